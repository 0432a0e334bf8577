package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Layers;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.JavaArray;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Mistakes for names that mean nothing where they stand, with what was probably meant. */
final class UnknownNames {
  /** The packages whose types a declaration is likeliest to lack an import of. */
  private static final List<String> PACKAGES =
      List.of("dev.weft.dsl", "java.util", "java.util.function", "java.util.stream");

  private final Machine machine;

  UnknownNames(Machine machine) {
    this.machine = machine;
  }

  /** A method without anything in front of it. */
  Mistake method(String name, Tree call, Activation at) {
    Optional<Fix> fix =
        isFactory(name)
            ? Optional.of(
                new Fix("import the factories", "import static dev.weft.dsl.Layers.*;", null))
            : MisnamedCall.of(name, call, each -> signatures(each, at))
                .fix(machine.names.methodNames(at.home()));
    return machine.mistakes.cannotFind(
        call, at, "a method `" + name + "`", fix, machine.names.mayGainMembers(at.home()));
  }

  /** The methods that a name without anything in front of it can mean. */
  private List<Signature> signatures(String name, Activation at) {
    return isFactory(name)
        ? Signature.ofLayers(Layers.class, true, name)
        : signatures(name, machine.names.methods(name, at.home()));
  }

  private List<Signature> signatures(String name, List<ExecutableElement> methods) {
    return methods.stream().map(each -> Signature.of(name, each, machine)).toList();
  }

  private static boolean isFactory(String name) {
    return factories(name).findAny().isPresent();
  }

  private static Stream<Method> factories(String name) {
    return DslMethods.of(Layers.class, true).filter(method -> method.getName().equals(name));
  }

  /** A method of a type. */
  Mistake methodOf(TypeElement type, String name, Tree call, Activation at) {
    return machine.mistakes.cannotFind(
        call,
        at,
        "a method `" + name + "` in " + type.getSimpleName(),
        MisnamedCall.of(name, call, each -> signatures(each, machine.members.methods(type, each)))
            .fix(machine.members.methodNames(type)),
        machine.members.hasUnknownSupertype(type));
  }

  /** A variable, a constant, or what should be one. */
  Mistake variable(String name, Tree tree, Activation at) {
    Set<String> names = new TreeSet<>(machine.names.fieldNames(at.home()));
    names.addAll(at.scope().names());
    boolean isMethod = isFactory(name) || !machine.names.methods(name, at.home()).isEmpty();
    Optional<Fix> fix =
        isMethod
            ? Optional.of(new Fix("it is a method, so call it", call(name), null))
            : nearest(name, names);
    return machine.mistakes.cannotFind(
        tree, at, "`" + name + "`", fix, machine.names.mayGainMembers(at.home()));
  }

  /** A static field of a type. */
  Mistake fieldOf(TypeElement type, String name, Tree tree, Activation at) {
    return machine.mistakes.cannotFind(
        tree,
        at,
        "`" + name + "` in " + type.getSimpleName(),
        nearest(name, machine.members.fieldNames(type)),
        machine.members.hasUnknownSupertype(type));
  }

  private static String call(String name) {
    boolean isPlain = factories(name).anyMatch(method -> method.getParameterCount() == 0);
    return name + (isPlain ? "()" : "(...)");
  }

  /** A field of a value. */
  Mistake fieldOf(Object owner, String name, Tree tree, Activation at) {
    Optional<Fix> fix =
        owner instanceof JavaArray
            ? Optional.of(new Fix("write the only field of an array", "length", null))
            : owner instanceof Instance object
                ? nearest(name, machine.members.fieldNames(object.type()))
                : Optional.empty();
    boolean mayAppear =
        owner instanceof Instance object && machine.members.hasUnknownSupertype(object.type());
    return machine.mistakes.cannotFind(tree, at, "`" + name + "`", fix, mayAppear);
  }

  /** What stands before a dot and is neither a value nor a type. */
  Mistake owner(ExpressionTree tree, Activation at) {
    boolean isVariable =
        tree instanceof IdentifierTree name && Character.isLowerCase(name.getName().charAt(0));
    return isVariable ? variable(tree.toString(), tree, at) : type(tree, at);
  }

  /** A type. */
  Mistake type(Tree tree, Activation at) {
    String name = tree.toString();
    Optional<Fix> fix =
        PACKAGES.stream()
            .map(each -> each + "." + name)
            .filter(each -> machine.names.qualifiedType(each, at.home()).isPresent())
            .map(each -> new Fix("import it", "import " + each + ";", null))
            .findFirst();
    return machine.mistakes.cannotFind(tree, at, "`" + name + "`", fix, true);
  }

  private static Optional<Fix> nearest(String name, Collection<String> names) {
    return Nearest.of(name, names).map(Fix::nearestName);
  }
}
