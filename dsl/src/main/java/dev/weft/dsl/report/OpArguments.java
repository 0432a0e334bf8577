package dev.weft.dsl.report;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.Op;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An operation's arguments under the names that its record gives them. */
final class OpArguments {
  private OpArguments() {}

  static Map<String, Object> of(Op op) {
    return components((Record) op);
  }

  private static Map<String, Object> components(Record record) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      all.put(component.getName(), plain(read(component, record)));
    }
    return all;
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("operations are public records", impossible);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Shape shape) {
      return list(shape.toArray());
    }
    if (value instanceof Extent extent) {
      return List.of(extent.height(), extent.width());
    }
    if (value instanceof Sides sides) {
      return List.of(sides.top(), sides.left(), sides.bottom(), sides.right());
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Record record ? components(record) : value;
  }

  static List<Integer> list(int[] dims) {
    return Arrays.stream(dims).boxed().toList();
  }
}
