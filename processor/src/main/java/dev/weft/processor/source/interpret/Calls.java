package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Layers;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.RecordValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Method calls: finds out what is called, and hands over to the DSL, a helper or the library. */
final class Calls {
  private static final int LONGEST_CALL = 60;

  private final Machine machine;
  private final Library library;

  Calls(Machine machine) {
    this.machine = machine;
    this.library = machine.library;
  }

  Object call(MethodInvocationTree tree, Activation at) {
    ExpressionTree select = tree.getMethodSelect();
    if (select instanceof IdentifierTree name) {
      return unqualified(name, tree, at);
    }
    MemberSelectTree member = (MemberSelectTree) select;
    String name = member.getIdentifier().toString();
    ExpressionTree owner = member.getExpression();
    if (owner instanceof MemberSelectTree qualified
        && qualified.getIdentifier().contentEquals("super")) {
      return ofSuperinterface(qualified.getExpression(), name, tree, at);
    }
    Optional<TypeElement> type = machine.denotations.type(owner, at);
    if (type.isPresent()) {
      return onType(type.get(), name, machine.eval(tree.getArguments(), at), tree, at);
    }
    if (machine.denotations.isUnknownType(owner, at)) {
      throw machine.mistakes.cannotFind(owner, at, "`" + owner + "`");
    }
    if (machine.fields.isOutside(owner, at)) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration cannot call `" + select + "`",
          "remove it: a declaration is read, not run");
    }
    Object receiver = machine.eval(owner, at);
    return onValue(receiver, name, machine.eval(tree.getArguments(), at), tree, at);
  }

  private Object unqualified(IdentifierTree select, MethodInvocationTree tree, Activation at) {
    String name = select.getName().toString();
    List<ExecutableElement> candidates = machine.names.methods(name, at.home());
    if (candidates.isEmpty()) {
      throw machine.mistakes.cannotFind(tree, at, "a method `" + name + "`");
    }
    List<Object> arguments = machine.eval(tree.getArguments(), at);
    if (hidesFactory(candidates, name, arguments, at)) {
      throw hiddenFactory(candidates.get(0), tree, at);
    }
    return among(candidates, name, arguments, tree, at);
  }

  /** Whether Java sees a method of the network's where a factory was meant. */
  private boolean hidesFactory(
      List<ExecutableElement> candidates, String name, List<Object> arguments, Activation at) {
    boolean isOwn =
        candidates.stream()
            .allMatch(method -> DslTypes.of((TypeElement) method.getEnclosingElement()).isEmpty());
    boolean recurs = arguments.isEmpty() && at.calls().isInCallWithoutArguments(name);
    return isOwn
        && machine.layering.accepts(Layers.class, name, arguments)
        && (recurs || !machine.helpers.take(candidates, arguments));
  }

  private Mistake hiddenFactory(
      ExecutableElement hiding, MethodInvocationTree tree, Activation at) {
    String name = hiding.getSimpleName().toString();
    boolean isStage =
        hiding.getParameters().isEmpty() && !hiding.getModifiers().contains(Modifier.STATIC);
    String what = isStage ? "stage" : "method";
    String call = tree.toString();
    String shown = call.length() <= LONGEST_CALL ? call : name + "(...)";
    return machine.mistakes.notInterpretable(
        tree,
        at,
        "the " + what + " `" + name + "` hides the factory of the same name",
        "write `Layers." + shown + "`, or rename the " + what);
  }

  /** Static imports may bring methods of one name from several types. */
  private Object among(
      List<ExecutableElement> candidates,
      String name,
      List<Object> arguments,
      Tree tree,
      Activation at) {
    TypeElement only = (TypeElement) candidates.get(0).getEnclosingElement();
    if (candidates.size() == 1 && DslTypes.of(only).isEmpty() && !Library.owns(only)) {
      return machine.helpers.call(candidates, at.self(), arguments, tree, at);
    }
    Map<TypeElement, List<ExecutableElement>> byOwner = new LinkedHashMap<>();
    for (ExecutableElement method : candidates) {
      TypeElement owner = (TypeElement) method.getEnclosingElement();
      byOwner.computeIfAbsent(owner, each -> new ArrayList<>()).add(method);
    }
    List<ExecutableElement> sources = new ArrayList<>(candidates);
    for (TypeElement owner : byOwner.keySet()) {
      Optional<Class<?>> dsl = DslTypes.of(owner);
      if (dsl.isEmpty() && !Library.owns(owner)) {
        continue;
      }
      sources.removeAll(byOwner.get(owner));
      boolean isOnly = byOwner.size() == 1;
      if (isOnly || dsl.isPresent() && machine.layering.accepts(dsl.get(), name, arguments)) {
        return onType(owner, name, arguments, tree, at);
      }
    }
    return sources.isEmpty()
        ? onType(byOwner.keySet().iterator().next(), name, arguments, tree, at)
        : machine.helpers.call(sources, at.self(), arguments, tree, at);
  }

  private Object ofSuperinterface(
      ExpressionTree supertype, String name, MethodInvocationTree tree, Activation at) {
    Optional<TypeElement> type = machine.denotations.type(supertype, at);
    List<ExecutableElement> candidates =
        type.map(found -> machine.members.methods(found, name)).orElse(List.of());
    if (candidates.isEmpty()) {
      throw machine.mistakes.cannotFind(tree, at, "a method `" + name + "` in " + supertype);
    }
    List<Object> arguments = machine.eval(tree.getArguments(), at);
    ExecutableElement method = machine.helpers.choose(candidates, arguments, tree, at);
    return machine.helpers.invoke(method, at.self(), arguments, tree, at);
  }

  /** A call of a static method. */
  Object onType(TypeElement type, String name, List<Object> arguments, Tree tree, Activation at) {
    Optional<Class<?>> dsl = DslTypes.of(type);
    if (dsl.isPresent()) {
      return machine.layering.make(dsl.get(), name, arguments, tree, at);
    }
    if (Library.owns(type)) {
      return library.onType(type, name, arguments, tree, at);
    }
    if (type.getKind() == ElementKind.ENUM && name.equals("values")) {
      return library.constants(type, tree, at);
    }
    if (type.getKind() == ElementKind.ENUM && name.equals("valueOf") && arguments.size() == 1) {
      return library.constant(type, arguments, tree, at);
    }
    List<ExecutableElement> candidates = machine.members.methods(type, name);
    if (candidates.isEmpty()) {
      throw machine.mistakes.cannotFind(
          tree, at, "a method `" + name + "` in " + type.getSimpleName());
    }
    return machine.helpers.call(candidates, at.self(), arguments, tree, at);
  }

  /** A call of an instance method. */
  Object onValue(Object receiver, String name, List<Object> arguments, Tree tree, Activation at) {
    if (receiver == null) {
      throw machine.mistakes.exception(tree, at, "`" + name + "` is called on null");
    }
    if (DslTypes.isInstance(receiver)) {
      return machine.layering.modify(receiver, name, arguments, tree, at);
    }
    if (receiver instanceof TypeElement network) {
      return ofSource(network, network, name, arguments, tree, at);
    }
    if (receiver instanceof RecordValue self && !name.equals("equals")) {
      return ofSource(self.type(), self, name, arguments, tree, at);
    }
    if (receiver instanceof EnumValue constant && !library.knows(constant, name)) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration cannot call the methods of `" + Describe.value(constant) + "`",
          "write a static method with a switch over the constants");
    }
    return library.onValue(receiver, name, arguments, tree, at);
  }

  private Object ofSource(
      TypeElement type,
      Object self,
      String name,
      List<Object> arguments,
      Tree tree,
      Activation at) {
    List<ExecutableElement> candidates = machine.members.methods(type, name);
    if (candidates.isEmpty()) {
      throw machine.mistakes.cannotFind(
          tree, at, "a method `" + name + "` in " + type.getSimpleName());
    }
    return machine.helpers.call(candidates, self, arguments, tree, at);
  }
}
