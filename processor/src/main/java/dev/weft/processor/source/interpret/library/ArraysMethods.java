package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** The static methods of {@code Arrays}. A cell's type makes the overload. */
final class ArraysMethods {
  static final StaticTable STATIC = comparing(changing(making(new StaticTable())));

  private ArraysMethods() {}

  private static StaticTable making(StaticTable table) {
    return table
        .metered("asList", JavaArray.class, ArraysMethods::asList)
        .varargs("asList", Object.class, ArraysMethods::asList)
        .metered("copyOf", JavaArray.class, int.class, (h, a, to) -> copy(h, a, 0, checked(to)))
        .metered("copyOfRange", JavaArray.class, int.class, int.class, ArraysMethods::copy)
        .metered("stream", JavaArray.class, (host, a) -> stream(host, a, 0, a.length()))
        .metered("stream", JavaArray.class, int.class, int.class, ArraysMethods::stream);
  }

  private static StaticTable changing(StaticTable table) {
    return table
        .on("fill", JavaArray.class, Object.class, (a, x) -> fill(a, 0, a.length(), x))
        .on("fill", JavaArray.class, int.class, int.class, Object.class, ArraysMethods::fill)
        .metered("sort", JavaArray.class, (h, a) -> sort(h, a, 0, a.length(), null))
        .metered(
            "sort",
            JavaArray.class,
            Kinds.COMPARATOR,
            (h, a, order) -> sort(h, a, 0, a.length(), order))
        .metered(
            "sort",
            JavaArray.class,
            int.class,
            int.class,
            (h, a, from, to) -> sort(h, a, from, to, null))
        .metered(
            "sort", JavaArray.class, int.class, int.class, Kinds.COMPARATOR, ArraysMethods::sort)
        .on("setAll", JavaArray.class, Kinds.INT_FUNCTION, ArraysMethods::setAll);
  }

  private static StaticTable comparing(StaticTable table) {
    return table
        .on("equals", JavaArray.class, JavaArray.class, ArraysMethods::areEqual)
        .metered("deepEquals", JavaArray.class, JavaArray.class, ArraysMethods::areDeeplyEqual)
        .on("hashCode", JavaArray.class, array -> Hashes.of(list(array)))
        .metered("toString", JavaArray.class, (host, array) -> text(host, array, false))
        .metered("deepToString", JavaArray.class, (host, array) -> text(host, array, true))
        .metered("binarySearch", JavaArray.class, Object.class, ArraysMethods::search)
        .on("mismatch", JavaArray.class, JavaArray.class, ArraysMethods::mismatch)
        .metered("compare", JavaArray.class, JavaArray.class, ArraysMethods::compare);
  }

  private static List<Object> list(JavaArray array) {
    return array == null ? null : Arrays.asList(array.toArray());
  }

  private static List<Object> asList(Host host, JavaArray array) {
    return array.component().isPrimitive()
        ? new ArrayView(JavaArrays.ofObjects(array))
        : new ArrayView(array);
  }

  private static List<Object> asList(Host host, List<Object> elements) {
    host.cells(elements.size());
    return new ArrayView(JavaArrays.ofObjects(elements.toArray()));
  }

  private static int checked(int length) {
    if (length < 0) {
      throw new NegativeArraySizeException(String.valueOf(length));
    }
    return length;
  }

  private static JavaArray copy(Host host, JavaArray array, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
    host.cells((long) to - from);
    if (from < 0 || from > array.length()) {
      throw new ArrayIndexOutOfBoundsException("Array index out of range: " + from);
    }
    JavaArray copy = JavaArray.create(array.component(), to - from);
    for (int i = from; i < Math.min(to, array.length()); i++) {
      copy.set(i - from, array.get(i));
    }
    return copy;
  }

  private static void checkRange(JavaArray array, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    if (from < 0 || to > array.length()) {
      throw new ArrayIndexOutOfBoundsException(
          "Array index out of range: " + (from < 0 ? from : to));
    }
  }

  private static Object stream(Host host, JavaArray array, int from, int to) {
    checkRange(array, from, to);
    List<Object> cells = new ArrayView(array).subList(from, to);
    Prim type = array.component().isPrimitive() ? array.component().prim() : null;
    if (type == null) {
      return Streams.metered(host, cells.stream());
    }
    return switch (type) {
      case INT -> Streams.metered(host, cells.stream().mapToInt(each -> (Integer) each));
      case LONG -> Streams.metered(host, cells.stream().mapToLong(each -> (Long) each));
      case DOUBLE -> Streams.metered(host, cells.stream().mapToDouble(each -> (Double) each));
      default -> JdkLibrary.UNKNOWN;
    };
  }

  private static Object fill(JavaArray array, int from, int to, Object value) {
    checkRange(array, from, to);
    for (int i = from; i < to; i++) {
      array.set(i, value);
    }
    return null;
  }

  private static Object sort(
      Host host, JavaArray array, int from, int to, Comparator<Object> order) {
    checkRange(array, from, to);
    host.cells((long) to - from);
    Comparator<Object> used = order == null ? Natural.order(host) : order;
    new ArrayView(array).subList(from, to).sort(Sorting.metered(host, used));
    return null;
  }

  private static Object setAll(JavaArray array, IntFunction<Object> generator) {
    for (int i = 0; i < array.length(); i++) {
      array.set(i, generator.apply(i));
    }
    return null;
  }

  private static boolean areEqual(JavaArray one, JavaArray other) {
    return Objects.equals(list(one), list(other));
  }

  private static boolean areDeeplyEqual(Host host, Object one, Object other) {
    host.steps(1);
    if (!(one instanceof JavaArray a) || !(other instanceof JavaArray b)) {
      return Objects.equals(one, other);
    }
    if (a.length() != b.length()) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      if (!areDeeplyEqual(host, a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String text(Host host, JavaArray array, boolean isDeep) {
    return array == null ? "null" : text(host, array, isDeep, 0);
  }

  private static String text(Host host, JavaArray array, boolean isDeep, int depth) {
    host.nesting(depth);
    StringBuilder all = new StringBuilder("[");
    for (int i = 0; i < array.length(); i++) {
      boolean isInner = isDeep && array.get(i) instanceof JavaArray;
      String text =
          isInner
              ? text(host, (JavaArray) array.get(i), true, depth + 1)
              : Texts.of(host, array.get(i));
      all.append(i == 0 ? "" : ", ").append(text);
      host.grown(all.length(), text.length());
    }
    return all.append("]").toString();
  }

  private static int search(Host host, JavaArray array, Object key) {
    Object sought = array.component().coerce(key);
    return Collections.binarySearch(list(array), sought, Natural.order(host));
  }

  private static int mismatch(JavaArray one, JavaArray other) {
    int shorter = Math.min(one.length(), other.length());
    for (int i = 0; i < shorter; i++) {
      if (!Objects.equals(one.get(i), other.get(i))) {
        return i;
      }
    }
    return one.length() == other.length() ? -1 : shorter;
  }

  private static int compare(Host host, JavaArray one, JavaArray other) {
    int at = mismatch(one, other);
    return at < 0 || at >= Math.min(one.length(), other.length())
        ? one.length() - other.length()
        : Natural.compare(host, one.get(at), other.get(at));
  }
}
