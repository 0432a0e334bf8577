package dev.weft.processor.source.interpret;

import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The methods of {@code List}, {@code ArrayList} and {@code Arrays} that make or read lists. */
final class ListMethods {
  private ListMethods() {}

  static Object ofType(String name, List<Object> elements) {
    return switch (name) {
      case "of" -> List.copyOf(elements);
      case "asList" -> Arrays.asList(elements.toArray());
      case "copyOf" ->
          elements.size() == 1 && elements.get(0) instanceof List<?> list
              ? List.copyOf(list)
              : Library.UNKNOWN;
      default -> Library.UNKNOWN;
    };
  }

  /** How many elements a call allocates. */
  static long cost(Object list, String name, List<Object> arguments) {
    return switch (name) {
      case "add" -> 1;
      case "addAll" ->
          arguments.size() == 1 && arguments.get(0) instanceof Collection<?> more ? more.size() : 0;
      case "toArray" -> ((List<?>) list).size();
      default -> 0;
    };
  }

  @SuppressWarnings("unchecked")
  static Object ofValue(Object receiver, String name, List<Object> arguments) {
    List<Object> list = (List<Object>) receiver;
    return switch (arguments.size()) {
      case 0 -> plain(list, name);
      case 1 -> withOne(list, name, arguments.get(0));
      case 2 -> withTwo(list, name, arguments.get(0), arguments.get(1));
      default -> Library.UNKNOWN;
    };
  }

  private static Object plain(List<Object> list, String name) {
    return switch (name) {
      case "size" -> list.size();
      case "isEmpty" -> list.isEmpty();
      case "toArray" -> JavaArray.of(ValueType.ANY, list.toArray());
      case "clear" -> {
        list.clear();
        yield null;
      }
      default -> Library.UNKNOWN;
    };
  }

  private static Object withOne(List<Object> list, String name, Object argument) {
    return switch (name) {
      case "add" -> list.add(argument);
      case "get" -> list.get((Integer) argument);
      case "contains" -> list.contains(argument);
      case "indexOf" -> list.indexOf(argument);
      case "addAll" -> list.addAll(new ArrayList<>((Collection<?>) argument));
      case "toArray" -> toArray(list, argument);
      case "forEach" -> {
        Closure closure = (Closure) argument;
        list.forEach(each -> closure.call(Arrays.asList(each)));
        yield null;
      }
      default -> Library.UNKNOWN;
    };
  }

  /** {@code toArray(new Layer[0])} and {@code toArray(Layer[]::new)}. */
  private static Object toArray(List<Object> list, Object argument) {
    Object like = argument instanceof Closure generator ? generator.call(List.of(0)) : argument;
    return like instanceof JavaArray array && array.length() <= list.size()
        ? JavaArray.of(array.component(), list.toArray())
        : Library.UNKNOWN;
  }

  private static Object withTwo(List<Object> list, String name, Object one, Object other) {
    return switch (name) {
      case "add" -> {
        list.add((Integer) one, other);
        yield null;
      }
      case "set" -> list.set((Integer) one, other);
      case "subList" -> list.subList((Integer) one, (Integer) other);
      default -> Library.UNKNOWN;
    };
  }
}
