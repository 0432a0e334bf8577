package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Method calls: finds out what is called, and hands over to the DSL, a helper or the library. */
final class Calls {
  private final Machine machine;
  private final Library library;
  private final HiddenFactories hidden;
  private final Dispatch dispatch;

  Calls(Machine machine) {
    this.machine = machine;
    this.library = machine.library;
    this.hidden = new HiddenFactories(machine);
    this.dispatch = new Dispatch(machine);
  }

  Object call(MethodInvocationTree tree, Activation at) {
    ExpressionTree select = tree.getMethodSelect();
    machine.closures.noteArguments(tree);
    if (select instanceof IdentifierTree name) {
      return unqualified(name, tree, at);
    }
    MemberSelectTree member = (MemberSelectTree) select;
    String name = member.getIdentifier().toString();
    ExpressionTree owner = member.getExpression();
    Optional<TypeElement> supertype = superOf(owner, at);
    if (supertype.isPresent()) {
      return ofSuper(supertype.get(), name, machine.eval(tree.getArguments(), at), tree, at);
    }
    Optional<TypeElement> type = machine.denotations.type(owner, at);
    if (type.isPresent()) {
      return withArguments(
          type.get(), name, tree, at, arguments -> onType(type.get(), name, arguments, tree, at));
    }
    if (machine.denotations.isUnknownType(owner, at)) {
      throw machine.recovery.besides(machine.unknown.owner(owner, at), tree.getArguments(), at);
    }
    if (machine.fields.isOutside(owner, at)) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration cannot call `" + select + "`",
          "remove it: a declaration is read, not run");
    }
    return onValue(receiver(owner, name, tree, at), name, tree, at);
  }

  /** What a method is called on. */
  private Object receiver(
      ExpressionTree owner, String name, MethodInvocationTree tree, Activation at) {
    try {
      Object receiver = machine.eval(owner, at);
      if (!(receiver instanceof Closure closure) || closure.method() != null) {
        return receiver;
      }
      Optional<TypeMirror> declared = machine.staticTypes.of(owner, at);
      return declared
          .map(found -> machine.coerce(closure, ValueTypes.of(found), owner, at))
          .orElse(closure);
    } catch (Mistake mistake) {
      throw machine.recovery.behind(
          mistake, owner, tree.getArguments(), at, layer -> onValue(layer, name, tree, at));
    }
  }

  private Object onValue(Object receiver, String name, MethodInvocationTree tree, Activation at) {
    if (!isLayer(receiver)) {
      return onValue(receiver, name, machine.eval(tree.getArguments(), at), tree, at);
    }
    List<Object> arguments;
    try {
      arguments = arguments(receiver.getClass(), false, name, tree, at);
    } catch (Mistake mistake) {
      return machine.layering.inPlaceOfModified(
          whole(mistake), receiver, name, List.of(), tree, at);
    }
    return onValue(receiver, name, arguments, tree, at);
  }

  private static boolean isLayer(Object value) {
    return DslTypes.isInstance(value) && !(value instanceof Enum);
  }

  /** A call of a static method with the values of its arguments. */
  private Object withArguments(
      TypeElement type,
      String name,
      MethodInvocationTree tree,
      Activation at,
      Function<List<Object>, Object> call) {
    Optional<Class<?>> dsl = DslTypes.of(type);
    if (dsl.isEmpty()) {
      return call.apply(machine.eval(tree.getArguments(), at));
    }
    List<Object> arguments;
    try {
      arguments = arguments(dsl.get(), true, name, tree, at);
    } catch (Mistake mistake) {
      return machine.layering.inPlaceOfMade(whole(mistake), dsl.get(), name, tree, at);
    }
    return call.apply(arguments);
  }

  /**
   * A mistake in arguments that leaves the others evaluated.
   *
   * @throws Mistake the same one, if it does not
   */
  private static Mistake whole(Mistake mistake) {
    if (mistake.located().isPresent()) {
      throw mistake;
    }
    return mistake;
  }

  /** The arguments of a factory or modifier, which takes an unknown layer for a known one. */
  private List<Object> arguments(
      Class<?> type, boolean isStatic, String name, MethodInvocationTree tree, Activation at) {
    List<? extends ExpressionTree> trees = tree.getArguments();
    return machine.eval(
        trees, i -> DslMethods.takesLayer(type, isStatic, name, i) && !mayBeArray(trees, at), at);
  }

  /** Whether the only argument may be the array of all layers. */
  private boolean mayBeArray(List<? extends ExpressionTree> trees, Activation at) {
    return trees.size() == 1
        && machine
            .staticTypes
            .of(trees.get(0), at)
            .filter(DeclaredType.class::isInstance)
            .isEmpty();
  }

  private Object unqualified(IdentifierTree select, MethodInvocationTree tree, Activation at) {
    String name = select.getName().toString();
    List<ExecutableElement> candidates = machine.names.methods(name, at.home());
    int count = tree.getArguments().size();
    if (candidates.isEmpty() && machine.bodies.own(at.self(), name, count).isEmpty()) {
      Mistake unknown = machine.unknown.method(name, tree, at);
      throw machine.recovery.besides(unknown, tree.getArguments(), at);
    }
    if (candidates.isEmpty()) {
      List<Object> arguments = machine.eval(tree.getArguments(), at);
      return machine.helpers.callInBody(name, arguments, tree, at).orElseThrow();
    }
    return withArguments(
        owner(candidates),
        name,
        tree,
        at,
        arguments -> unqualified(candidates, name, arguments, tree, at));
  }

  private Object unqualified(
      List<ExecutableElement> candidates,
      String name,
      List<Object> arguments,
      MethodInvocationTree tree,
      Activation at) {
    if (candidates.stream().allMatch(Calls::isOfJavasObjects)) {
      return onSelf(candidates, name, arguments, tree, at);
    }
    if (hidden.isMeant(candidates, name, arguments, at)) {
      throw hidden.mistake(candidates.get(0), tree, at);
    }
    return among(candidates, name, arguments, tree, at);
  }

  /** The type that declares all of some methods, or the first of several. */
  private static TypeElement owner(List<ExecutableElement> methods) {
    return (TypeElement) methods.get(0).getEnclosingElement();
  }

  /** Whether a method is one that Java's own superclasses give to objects: {@code name()}. */
  private static boolean isOfJavasObjects(ExecutableElement method) {
    return Library.owns((TypeElement) method.getEnclosingElement())
        && !method.getModifiers().contains(Modifier.STATIC);
  }

  /** Static imports may bring methods of one name from several types. */
  private Object among(
      List<ExecutableElement> candidates,
      String name,
      List<Object> arguments,
      Tree tree,
      Activation at) {
    TypeElement only = owner(candidates);
    if (candidates.size() == 1 && DslTypes.of(only).isEmpty() && !Library.owns(only)) {
      return onSelf(candidates, name, arguments, tree, at);
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
        : onSelf(sources, name, arguments, tree, at);
  }

  /** A call of a method of the author's own, on whatever {@code this} has it. */
  private Object onSelf(
      List<ExecutableElement> candidates,
      String name,
      List<Object> arguments,
      Tree tree,
      Activation at) {
    ExecutableElement method = machine.helpers.choose(candidates, arguments, tree, at);
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return isOfEnum(owner, name)
          ? onType(owner, name, arguments, tree, at)
          : machine.helpers.invoke(method, null, arguments, tree, at);
    }
    Object self = machine.selves.of(owner, at);
    if (self == null) {
      throw notStatic(owner, name, tree, at);
    }
    return dispatch.invoke(method, self, arguments, tree, at);
  }

  /** The mistake of a call that has no object to call the method on. */
  private Mistake notStatic(TypeElement owner, String name, Tree tree, Activation at) {
    String onObject =
        Instances.isClass(owner) && !owner.getModifiers().contains(Modifier.ABSTRACT)
            ? "call it on an object, `new %s(...).%s`, or "
                .formatted(owner.getSimpleName(), MisnamedCall.called(name, tree))
            : "";
    return machine.mistakes.notInterpretable(
        tree, at, "`" + name + "` is not static", onObject + "declare it static");
  }

  private static boolean isOfEnum(TypeElement type, String name) {
    return type.getKind() == ElementKind.ENUM && (name.equals("values") || name.equals("valueOf"));
  }

  /** The type whose method {@code super.m()} or {@code Base.super.m()} calls; else empty. */
  Optional<TypeElement> superOf(ExpressionTree owner, Activation at) {
    if (owner instanceof IdentifierTree name && name.getName().contentEquals("super")) {
      if (machine.bodies.hold(owner, at.self())) {
        return Optional.of(at.home().owner());
      }
      return at.home().owner().getSuperclass() instanceof DeclaredType superclass
          ? Optional.of((TypeElement) superclass.asElement())
          : machine.names.qualifiedType("java.lang.Object", at.home());
    }
    return owner instanceof MemberSelectTree qualified
            && qualified.getIdentifier().contentEquals("super")
        ? machine.denotations.type(qualified.getExpression(), at)
        : Optional.empty();
  }

  /** A call of a method as a supertype has it. */
  Object ofSuper(
      TypeElement supertype, String name, List<Object> arguments, Tree tree, Activation at) {
    List<ExecutableElement> candidates = machine.members.methods(supertype, name);
    if (candidates.isEmpty()) {
      throw machine.unknown.methodOf(supertype, name, tree, at);
    }
    ExecutableElement method = machine.helpers.choose(candidates, arguments, tree, at);
    Object self = machine.selves.of((TypeElement) method.getEnclosingElement(), at);
    return self instanceof Instance object && dispatch.isInherited(method)
        ? dispatch.inherited(object, name, arguments, tree, at)
        : machine.helpers.invoke(method, self, arguments, tree, at);
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
    if (type.getKind() == ElementKind.ENUM && name.equals("values") && arguments.isEmpty()) {
      return library.constants(type, tree, at);
    }
    if (type.getKind() == ElementKind.ENUM && name.equals("valueOf") && arguments.size() == 1) {
      return library.constant(type, arguments, tree, at);
    }
    List<ExecutableElement> candidates = machine.members.methods(type, name);
    if (candidates.isEmpty()) {
      throw machine.unknown.methodOf(type, name, tree, at);
    }
    return onSelf(candidates, name, arguments, tree, at);
  }

  /** A call of an instance method. */
  Object onValue(Object receiver, String name, List<Object> arguments, Tree tree, Activation at) {
    if (receiver == null) {
      throw machine.mistakes.exception(tree, at, "`" + name + "` is called on null");
    }
    if (isLayer(receiver)) {
      return machine.layering.modify(receiver, name, arguments, tree, at);
    }
    if (receiver instanceof Instance || receiver instanceof TypeElement) {
      return ofSource(Selves.type(receiver), receiver, name, arguments, tree, at);
    }
    if (receiver instanceof Closure closure && isOwn(closure)) {
      return ofSource(closure.method().type(), closure, name, arguments, tree, at);
    }
    return library.onValue(receiver, name, arguments, tree, at);
  }

  /** Whether a lambda is of one of the author's own functional interfaces. */
  private static boolean isOwn(Closure closure) {
    TypeElement type = Selves.type(closure);
    return type != null && !Library.owns(type);
  }

  private Object ofSource(
      TypeElement type,
      Object self,
      String name,
      List<Object> arguments,
      Tree tree,
      Activation at) {
    List<ExecutableElement> candidates = candidates(type, name, tree, at);
    if (candidates.isEmpty()) {
      throw machine.unknown.methodOf(type, name, tree, at);
    }
    return dispatch.invoke(
        machine.helpers.choose(candidates, arguments, tree, at), self, arguments, tree, at);
  }

  /** Java chooses among the methods of the declared type, not among those of the object. */
  private List<ExecutableElement> candidates(
      TypeElement type, String name, Tree tree, Activation at) {
    List<ExecutableElement> all = machine.members.methods(type, name);
    if (all.size() < 2
        || !(tree instanceof MethodInvocationTree call)
        || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return all;
    }
    return machine
        .staticTypes
        .element(select.getExpression(), at)
        .map(declared -> machine.members.methods(declared, name))
        .filter(found -> !found.isEmpty())
        .orElse(all);
  }
}
