package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.processor.source.interpret.library.Host;
import dev.weft.processor.source.interpret.library.JdkLibrary;
import dev.weft.processor.source.interpret.library.Refusal;
import dev.weft.processor.source.interpret.library.Thrown;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.ValueType;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.EmptyStackException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;

/**
 * Calls of the JDK's methods. While one runs, which may call back the declaration's own lambdas,
 * whatever it costs is charged at the call.
 */
final class Library implements Host {
  private final Machine machine;
  private final Removals removals;
  private final JdkLibrary jdk = new JdkLibrary(this);
  private Tree tree;
  private Activation at;

  Library(Machine machine) {
    this.machine = machine;
    this.removals = new Removals(machine);
  }

  /** Whether a type belongs to the JDK's own libraries. */
  static boolean owns(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }

  /** Calls a static method. */
  Object onType(TypeElement type, String name, List<Object> arguments, Tree tree, Activation at) {
    String qualified = type.getQualifiedName().toString();
    Object result =
        charged(
            () -> jdk.onType(qualified, name, arguments),
            type.getSimpleName() + "." + name,
            arguments,
            tree,
            at);
    if (result == JdkLibrary.UNKNOWN) {
      throw Unsupported.method(type, name, arguments).at(machine.mistakes, tree, at);
    }
    return result;
  }

  /** Calls a constructor. */
  Object made(TypeElement type, List<Object> arguments, Tree tree, Activation at) {
    String qualified = type.getQualifiedName().toString();
    String name = "new " + type.getSimpleName();
    Object made = charged(() -> jdk.create(qualified, arguments), name, arguments, tree, at);
    if (made == JdkLibrary.UNKNOWN) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration cannot contain `" + Unsupported.shown(qualified, name, arguments) + "`",
          Unsupported.constructor(qualified));
    }
    return made;
  }

  /** Calls an instance method. */
  Object onValue(Object receiver, String name, List<Object> arguments, Tree tree, Activation at) {
    Object result =
        charged(
            () ->
                removals.isOfElement(receiver, name, arguments, tree, at)
                    ? jdk.removeElement((Collection<?>) receiver, arguments.get(0))
                    : called(receiver, name, arguments, tree, at),
            name,
            arguments,
            tree,
            at);
    if (result == JdkLibrary.UNKNOWN) {
      throw Unsupported.method(receiver, name, arguments).at(machine.mistakes, tree, at);
    }
    return result;
  }

  private Object called(
      Object receiver, String name, List<Object> arguments, Tree tree, Activation at) {
    Supplier<Object> call = () -> jdk.onValue(receiver, name, arguments);
    return JdkLibrary.isStream(receiver)
        ? machine.budget.loop("this stream", tree, at, call)
        : call.get();
  }

  /** The array of an enum's constants. */
  Object constants(TypeElement type, Tree tree, Activation at) {
    List<EnumValue> constants = machine.statics.enumConstants(type, tree, at);
    machine.budget.cells(constants.size(), tree, at);
    return JavaArray.of(ValueType.of(type), constants.toArray());
  }

  /** The constant of an enum that has a name. */
  Object constant(TypeElement type, List<Object> arguments, Tree tree, Activation at) {
    Supplier<Object> call =
        () ->
            machine.statics.enumConstants(type, tree, at).stream()
                .filter(each -> each.name().equals(arguments.get(0)))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "No enum constant " + type + "." + arguments.get(0)));
    return guarded(call, type.getSimpleName() + ".valueOf", arguments, tree, at);
  }

  /** What a loop runs over. */
  Iterator<?> iterator(Iterable<?> elements, Tree tree, Activation at) {
    return (Iterator<?>) guarded(elements::iterator, "iterator", List.of(), tree, at);
  }

  /** The text of a value of the library's; empty if it is another. */
  Optional<String> text(Object value, Tree tree, Activation at) {
    Supplier<Object> call = () -> jdk.text(value).orElse(null);
    return Optional.ofNullable((String) guarded(call, "toString", List.of(), tree, at));
  }

  /** Calls a method, which may call back as a recursive one does. */
  private Object charged(
      Supplier<Object> call, String name, List<Object> arguments, Tree tree, Activation at) {
    return machine.budget.call(tree, at, name, () -> guarded(call, name, arguments, tree, at));
  }

  /** What the JDK's method throws becomes an error at the call. */
  Object guarded(
      Supplier<Object> call, String name, List<Object> arguments, Tree tree, Activation at) {
    Tree outerTree = this.tree;
    Activation outer = this.at;
    this.tree = tree;
    this.at = at;
    try {
      return call.get();
    } catch (Closures.Fault fault) {
      throw fault;
    } catch (Refusal refusal) {
      throw machine.mistakes.notInterpretable(tree, at, refusal.getMessage(), refusal.wayOut());
    } catch (Thrown thrown) {
      throw machine.mistakes.exception(tree, at, thrown.getMessage());
    } catch (ArithmeticException
        | ArrayStoreException
        | ClassCastException
        | ConcurrentModificationException
        | EmptyStackException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NoSuchElementException
        | NullPointerException
        | UnsupportedOperationException thrown) {
      throw machine.mistakes.exception(tree, at, text(thrown, name, arguments));
    } finally {
      this.tree = outerTree;
      this.at = outer;
    }
  }

  private static String text(RuntimeException thrown, String name, List<Object> arguments) {
    String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    return "`"
        + Describe.call(name, arguments)
        + "` throws "
        + thrown.getClass().getSimpleName()
        + message;
  }

  @Override
  public void steps(long count) {
    machine.budget.steps(count, tree, at);
  }

  @Override
  public void nesting(int depth) {
    machine.budget.nesting(depth, tree, at);
  }

  @Override
  public void cells(long count) {
    machine.budget.cells(count, tree, at);
  }

  @Override
  public void characters(long length) {
    machine.budget.characters(length, length, tree, at);
  }

  @Override
  public void grown(long length, long added) {
    machine.budget.characters(length, added, tree, at);
  }

  @Override
  public List<Object> constants(Object constant) {
    return constant instanceof EnumValue own
        ? List.copyOf(machine.statics.enumConstants(own.type(), tree, at))
        : List.of((Object[]) ((Enum<?>) constant).getDeclaringClass().getEnumConstants());
  }

  @Override
  public String text(Object value) {
    return machine.conversions.text(value, tree, at);
  }
}
