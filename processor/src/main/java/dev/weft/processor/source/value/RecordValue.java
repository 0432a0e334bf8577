package dev.weft.processor.source.value;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** An instance of a record that the declaration's sources define. */
public final class RecordValue extends Instance {
  private final List<VariableElement> fields;

  /** A record whose constructor is yet to run; {@code fields} are those of its type. */
  public RecordValue(TypeElement type, List<VariableElement> fields, Methods methods) {
    super(type, null, methods);
    this.fields = fields;
  }

  /** The fields of a record's components, in order. */
  public static List<VariableElement> fields(TypeElement type) {
    List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements());
    return type.getRecordComponents().stream()
        .flatMap(
            component ->
                fields.stream()
                    .filter(field -> field.getSimpleName().equals(component.getSimpleName())))
        .toList();
  }

  /** The components' values, in order; null before the constructor has set them. */
  public List<Object> values() {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return RecordValue.this.get(fields.get(index));
      }

      @Override
      public int size() {
        return fields.size();
      }
    };
  }

  /** The components' values by name, in order. */
  public Map<String, Object> components() {
    Map<String, Object> components = new LinkedHashMap<>();
    fields.forEach(field -> components.put(field.getSimpleName().toString(), get(field)));
    return components;
  }
}
