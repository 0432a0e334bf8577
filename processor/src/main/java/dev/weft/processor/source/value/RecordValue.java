package dev.weft.processor.source.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * An instance of a record that the declaration's sources define.
 *
 * @param type the record
 * @param components the components' values in order
 */
public record RecordValue(TypeElement type, Map<String, Object> components) {
  /** Copies the components, which may be null. */
  public RecordValue {
    components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
  }

  @Override
  public String toString() {
    return components.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", ", type.getSimpleName() + "[", "]"));
  }
}
