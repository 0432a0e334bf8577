package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.JavaArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** The methods, constructors and constants of the JDK that a declaration may use. */
public final class JdkLibrary {
  /** Says that there is no such method among the known ones. */
  public static final Object UNKNOWN = new Object();

  private final Host host;

  /** A library that charges what it does to {@code host}. */
  public JdkLibrary(Host host) {
    this.host = host;
  }

  /** Calls a static method, or says {@link #UNKNOWN}. */
  public Object onType(String type, String name, List<Object> arguments) {
    Optional<StaticTable> table = StaticTables.of(type);
    return table.isPresent() ? table.get().call(host, name, arguments) : UNKNOWN;
  }

  /** Calls a constructor, or says {@link #UNKNOWN}. */
  public Object create(String type, List<Object> arguments) {
    return type.endsWith("Exception") && arguments.size() < 2
        ? ExceptionValue.of(host, type, arguments)
        : Constructors.TABLE.call(host, type, arguments);
  }

  /** Calls an instance method, or says {@link #UNKNOWN}. */
  public Object onValue(Object receiver, String name, List<Object> arguments) {
    if (receiver instanceof Closure closure) {
      return FunctionMethods.call(host, closure, name, arguments);
    }
    if (receiver instanceof JavaArray array) {
      return ofArray(array, name, arguments);
    }
    List<Object> all = new ArrayList<>(Collections.singletonList(receiver));
    all.addAll(arguments);
    for (Supplier<ValueTable<?>> each : ValueTables.of(receiver)) {
      Object result = each.get().call(host, name, all);
      if (result != UNKNOWN) {
        return result;
      }
    }
    return UNKNOWN;
  }

  private Object ofArray(JavaArray array, String name, List<Object> arguments) {
    if (name.equals("clone") && arguments.isEmpty()) {
      host.cells(array.length());
      return JavaArray.of(array.component(), array.toArray());
    }
    return name.equals("equals") && arguments.size() == 1
        ? (Object) array.equals(arguments.get(0))
        : UNKNOWN;
  }

  /** {@code remove} of an element, where it could be mistaken for that of an index. */
  public boolean removeElement(Collection<?> elements, Object element) {
    Costs.charge(elements, host);
    return elements.remove(element);
  }

  /** The value of a constant that a class file does not tell, or {@link #UNKNOWN}. */
  public static Object constant(String type, String name) {
    return switch (type + "." + name) {
      case "java.lang.Boolean.TRUE" -> Boolean.TRUE;
      case "java.lang.Boolean.FALSE" -> Boolean.FALSE;
      case "java.lang.String.CASE_INSENSITIVE_ORDER" ->
          Comparators.closure(
              (a, b) -> String.CASE_INSENSITIVE_ORDER.compare((String) a, (String) b));
      case "java.util.Locale.ROOT" -> Locale.ROOT;
      case "java.util.Locale.ENGLISH" -> Locale.ENGLISH;
      case "java.util.Locale.US" -> Locale.US;
      case "java.util.Locale.UK" -> Locale.UK;
      case "java.util.Collections.EMPTY_LIST" -> List.of();
      default -> UNKNOWN;
    };
  }

  /** The text of a value, if it is one of the library's. */
  public Optional<String> text(Object value) {
    return Texts.isOwn(value) ? Optional.of(Texts.of(host, value)) : Optional.empty();
  }

  /** Whether a value has the same hash code in each run of Java. */
  public static boolean hasFixedHash(Object value) {
    return Hashes.isFixed(value);
  }

  /** The elements of what a loop can run over. */
  public static Optional<Iterable<?>> elements(Object value) {
    return value instanceof Iterable<?> elements ? Optional.of(elements) : Optional.empty();
  }

  /** Whether a call may take any time, as that of a stream does. */
  public static boolean isStream(Object value) {
    return value instanceof BaseStream;
  }

  /** The known static methods of a type that are called {@code name}, with their parameters. */
  public static List<String> signatures(String type, String name) {
    return StaticTables.of(type).map(table -> table.signatures(name, 0)).orElse(List.of());
  }

  /** The known constructors of a class. */
  public static List<String> constructors(String type) {
    return Constructors.TABLE.signatures(type, 0).stream()
        .map(each -> "new " + each.substring(type.lastIndexOf('.') + 1))
        .toList();
  }

  /** The names of the known static methods of a type. */
  public static Set<String> names(String type) {
    return StaticTables.of(type).map(Table::names).orElse(Set.of());
  }

  /** The known methods of a value that are called {@code name}, with their parameters. */
  public static List<String> signatures(Object receiver, String name) {
    return tables(receiver).flatMap(table -> table.signatures(name, 1).stream()).toList();
  }

  /** The names of the known methods of a value. */
  public static Set<String> names(Object receiver) {
    Set<String> names = new LinkedHashSet<>();
    tables(receiver).forEach(table -> names.addAll(table.names()));
    return names;
  }

  private static Stream<ValueTable<?>> tables(Object receiver) {
    return ValueTables.of(receiver).stream().map(Supplier::get);
  }
}
