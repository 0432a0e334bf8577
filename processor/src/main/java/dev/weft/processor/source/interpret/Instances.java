package dev.weft.processor.source.interpret;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.ObjectValue;
import dev.weft.processor.source.value.RecordValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * {@code new}, for objects of the library's classes, and records and objects of the author's own
 * classes.
 */
final class Instances {
  private final Machine machine;
  private final Map<TypeElement, List<VariableElement>> components = new HashMap<>();

  Instances(Machine machine) {
    this.machine = machine;
  }

  Object create(NewClassTree tree, Activation at) {
    if (tree.getEnclosingExpression() != null) {
      return createInner(tree, at);
    }
    Optional<TypeElement> type = machine.valueTypes.named(tree.getIdentifier(), at.home());
    if (type.isEmpty()) {
      throw machine.unknown.type(plain(tree.getIdentifier()), at);
    }
    if (tree.getClassBody() != null) {
      throw refused(
          tree,
          at,
          DslTypes.of(type.get()).isPresent()
              ? DslTypes.ONLY_FACTORIES
              : "write a lambda, or a record that implements the interface");
    }
    if (Library.owns(type.get())) {
      List<Object> arguments = machine.eval(tree.getArguments(), at);
      return machine.library.made(type.get(), arguments, tree, at);
    }
    if (DslTypes.of(type.get()).isPresent()) {
      throw refused(tree, at, DslTypes.ONLY_FACTORIES);
    }
    if (!isClass(type.get())) {
      throw refused(tree, at, "use an ArrayList, an array, or a record of your own");
    }
    List<Object> arguments = machine.eval(tree.getArguments(), at);
    return create(type.get(), outer(type.get(), at), arguments, tree, at);
  }

  /** {@code outer.new Inner()}. */
  private Object createInner(NewClassTree tree, Activation at) {
    Object outer = machine.eval(tree.getEnclosingExpression(), at);
    if (outer == null) {
      throw machine.mistakes.exception(
          tree, at, "`new " + tree.getIdentifier() + "` is called on null");
    }
    TypeElement type =
        outer instanceof Instance instance
            ? machine
                .members
                .type(instance.type(), plain(tree.getIdentifier()).toString())
                .orElse(null)
            : null;
    if (type == null || tree.getClassBody() != null) {
      throw refused(tree, at, "use a record of your own");
    }
    return create(type, outer, machine.eval(tree.getArguments(), at), tree, at);
  }

  /** A type without its arguments. */
  private static Tree plain(Tree type) {
    return type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
  }

  private Mistake refused(NewClassTree tree, Activation at, String wayOut) {
    String headline = "a declaration cannot contain `new " + tree.getIdentifier() + "`";
    return machine.mistakes.notInterpretable(tree, at, headline, wayOut);
  }

  /** Whether these are the classes and records of which there can be objects. */
  static boolean isClass(TypeElement type) {
    return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
  }

  /** An object of the author's own class or record. */
  Instance create(
      TypeElement type, Object outer, List<Object> arguments, Tree tree, Activation at) {
    if (machine.sources.of(type).isEmpty()) {
      throw machine.mistakes.absent(machine.sources.whyAbsent(type), tree, at);
    }
    machine.statics.initialise(type, tree, at);
    Instance instance =
        type.getKind() == ElementKind.RECORD
            ? new RecordValue(type, components(type), machine.objectMethods)
            : new ObjectValue(type, outer, machine.objectMethods);
    machine.constructors.construct(instance, arguments, tree, at);
    return instance;
  }

  private List<VariableElement> components(TypeElement type) {
    return components.computeIfAbsent(type, RecordValue::fields);
  }

  /** The object that an inner class lives in. */
  Object outer(TypeElement type, Activation at) {
    boolean isInner =
        type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.STATIC);
    return isInner && type.getEnclosingElement() instanceof TypeElement around
        ? machine.selves.of(around, at)
        : null;
  }
}
