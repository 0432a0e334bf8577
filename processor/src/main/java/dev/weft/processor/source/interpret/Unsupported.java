package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.source.interpret.library.JdkLibrary;
import dev.weft.processor.source.value.Describe;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * A method of the JDK's that a declaration cannot call, and what it can.
 *
 * @param call the call as messages show it
 * @param fix what to write instead
 */
record Unsupported(String call, Fix fix) {
  private static final String ARITHMETIC =
      "compute it with plain arithmetic, arrays or lists, or write its value as a constant";

  /** What else there is, in the words of README. */
  private static final String OTHERS =
      "write it with what is pure in String, Math, the boxes, Optional, collections and streams";

  /** Whole packages and classes, by the start of their qualified names. */
  private static final Map<String, String> REASONS =
      Map.of(
          "java.lang.System", "remove it: a declaration is read, not run",
          "java.lang.Thread", "remove it: a declaration is read, not run",
          "java.lang.Runtime", "remove it: a declaration is read, not run",
          "java.io.", "remove it: a declaration is read, not run",
          "java.nio.", "remove it: a declaration is read, not run",
          "java.net.", "remove it: a declaration is read, not run",
          "java.time.", "write the value as a constant: a network is the same on every day",
          "java.math.", "use long or double",
          "java.util.Random", "write the numbers as constants: a network has no chance in it");

  /** A static method. */
  static Unsupported method(TypeElement type, String name, List<Object> arguments) {
    String qualified = type.getQualifiedName().toString();
    String call = Describe.call(type.getSimpleName() + "." + name, arguments);
    List<String> signatures = JdkLibrary.signatures(qualified, name);
    if (!signatures.isEmpty()) {
      return new Unsupported(call, there(signatures));
    }
    Set<String> names = JdkLibrary.names(qualified);
    return new Unsupported(
        call,
        names.isEmpty() ? Fix.of(reason(qualified)) : among(names, name, isKnown(type, name)));
  }

  private static boolean isKnown(TypeElement type, String name) {
    return type.getEnclosedElements().stream()
        .anyMatch(member -> member.getSimpleName().contentEquals(name));
  }

  private static boolean isKnown(Object receiver, String name) {
    return Arrays.stream(receiver.getClass().getMethods())
        .anyMatch(method -> method.getName().equals(name));
  }

  /** A constructor as messages show it: with its arguments if they are what is wrong. */
  static String shown(String qualifiedName, String name, List<Object> arguments) {
    return JdkLibrary.constructors(qualifiedName).isEmpty() ? name : Describe.call(name, arguments);
  }

  /** What to create in place of an object. */
  static String constructor(String qualifiedName) {
    List<String> signatures = JdkLibrary.constructors(qualifiedName);
    if (!signatures.isEmpty()) {
      return Nearest.all(signatures);
    }
    String reason = reason(qualifiedName);
    return reason.equals(ARITHMETIC)
        ? "use an array, a record of your own, or a collection such as ArrayList"
        : reason;
  }

  private static String reason(String qualifiedName) {
    return REASONS.entrySet().stream()
        .filter(each -> qualifiedName.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ARITHMETIC);
  }

  /** An instance method. */
  static Unsupported method(Object receiver, String name, List<Object> arguments) {
    String call = Describe.call(name, arguments);
    List<String> signatures = JdkLibrary.signatures(receiver, name);
    return signatures.isEmpty()
        ? new Unsupported(call, among(JdkLibrary.names(receiver), name, isKnown(receiver, name)))
        : new Unsupported(call, there(signatures));
  }

  private static Fix there(List<String> signatures) {
    return Fix.of(Nearest.all(signatures));
  }

  /** The names nearest to the one that was written: one if that does not exist in Java either. */
  private static Fix among(Collection<String> names, String name, boolean isKnown) {
    Optional<String> meant = isKnown ? Optional.empty() : Nearest.of(name, names);
    return meant
        .map(Fix::nearestName)
        .orElseGet(() -> Fix.of(Nearest.some(name, names).orElse(OTHERS)));
  }

  Mistake at(Mistakes mistakes, Tree tree, Activation at) {
    return mistakes.notInterpretable(
        tree, at, "`" + call + "` is not among the JDK's methods that a declaration can call", fix);
  }
}
