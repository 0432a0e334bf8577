package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.ValueType;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/** The methods of the JDK that a declaration may call. Each is pure, and knows what it costs. */
final class Library {
  /** Says that there is no such method among the known ones. */
  static final Object UNKNOWN = new Object();

  private static final Set<String> OF_ENUMS =
      Set.of("name", "ordinal", "toString", "equals", "compareTo", "hashCode");

  private final Machine machine;

  Library(Machine machine) {
    this.machine = machine;
  }

  /** Whether a type belongs to the JDK's own libraries. */
  static boolean owns(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }

  boolean knows(EnumValue constant, String name) {
    return OF_ENUMS.contains(name);
  }

  /** Calls a static method. */
  Object onType(TypeElement type, String name, List<Object> arguments, Tree tree, Activation at) {
    String qualified = type.getQualifiedName().toString();
    Supplier<Object> call =
        switch (qualified) {
          case "java.lang.Math", "java.lang.StrictMath" ->
              () -> MathFunctions.call(name, arguments);
          case "java.util.List", "java.util.Arrays" -> () -> lists(name, arguments, tree, at);
          case "java.lang.String", "java.util.Objects" ->
              () -> StringMethods.ofType(name, arguments);
          default -> () -> BoxMethods.ofType(qualified, name, arguments);
        };
    return guarded(call, type.getSimpleName() + "." + name, arguments, tree, at);
  }

  private Object lists(String name, List<Object> arguments, Tree tree, Activation at) {
    List<Object> elements = spread(arguments);
    machine.budget.cells(elements.size(), tree, at);
    return ListMethods.ofType(name, elements);
  }

  /** A single array of objects stands for its elements, as varargs do. */
  private static List<Object> spread(List<Object> arguments) {
    return arguments.size() == 1
            && arguments.get(0) instanceof JavaArray array
            && !array.component().isPrimitive()
        ? Arrays.asList(array.toArray())
        : arguments;
  }

  /** Calls an instance method. */
  Object onValue(Object receiver, String name, List<Object> arguments, Tree tree, Activation at) {
    Supplier<Object> call = () -> instanceMethod(receiver, name, arguments, tree, at);
    return guarded(call, name, arguments, tree, at);
  }

  private Object instanceMethod(
      Object receiver, String name, List<Object> arguments, Tree tree, Activation at) {
    if (receiver instanceof Closure closure) {
      return closure.method() == null || closure.method().name().equals(name)
          ? closure.call(arguments)
          : UNKNOWN;
    }
    if (name.equals("equals") && arguments.size() == 1) {
      return Objects.equals(receiver, arguments.get(0));
    }
    if (receiver instanceof JavaArray array) {
      machine.budget.cells(array.length(), tree, at);
      return name.equals("clone") ? JavaArray.of(array.component(), array.toArray()) : UNKNOWN;
    }
    if (receiver instanceof String text) {
      Object result = StringMethods.ofValue(text, name, arguments);
      return result instanceof String made ? machine.budget.string(made, tree, at) : result;
    }
    if (receiver instanceof List<?>) {
      machine.budget.cells(ListMethods.cost(receiver, name, arguments), tree, at);
      return ListMethods.ofValue(receiver, name, arguments);
    }
    if (receiver instanceof EnumValue constant) {
      return enumMethod(constant.name(), constant.ordinal(), name);
    }
    return BoxMethods.ofValue(receiver, name, arguments);
  }

  private static Object enumMethod(String constant, int ordinal, String name) {
    return switch (name) {
      case "name", "toString" -> constant;
      case "ordinal" -> ordinal;
      default -> UNKNOWN;
    };
  }

  /** The array of an enum's constants. */
  Object constants(TypeElement type, Tree tree, Activation at) {
    List<EnumValue> constants = Fields.enumConstants(type);
    machine.budget.cells(constants.size(), tree, at);
    return JavaArray.of(ValueType.of(type), constants.toArray());
  }

  /** The constant of an enum that has a name. */
  Object constant(TypeElement type, List<Object> arguments, Tree tree, Activation at) {
    Supplier<Object> call =
        () ->
            Fields.enumConstants(type).stream()
                .filter(each -> each.name().equals(arguments.get(0)))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "No enum constant " + type + "." + arguments.get(0)));
    return guarded(call, type.getSimpleName() + ".valueOf", arguments, tree, at);
  }

  /**
   * What the JDK's method throws becomes an error at the call; so does a method that is not known.
   */
  Object guarded(
      Supplier<Object> call, String name, List<Object> arguments, Tree tree, Activation at) {
    Object result;
    try {
      result = call.get();
    } catch (ArithmeticException
        | ClassCastException
        | ConcurrentModificationException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException
        | UnsupportedOperationException thrown) {
      String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
      throw machine.mistakes.exception(
          tree,
          at,
          "`"
              + Describe.call(name, arguments)
              + "` throws "
              + thrown.getClass().getSimpleName()
              + message);
    }
    if (result == UNKNOWN) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "`"
              + Describe.call(name, arguments)
              + "` is not among the JDK's methods that a declaration"
              + " can call",
          "compute it with plain arithmetic, arrays or lists, or write its value as a constant");
    }
    return result;
  }
}
