package dev.weft.processor.source.interpret;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.resolve.Home;
import dev.weft.processor.source.resolve.Sources.MethodSource;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.RecordValue;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Calls of methods whose source is part of the compilation. */
final class Helpers {
  private final Machine machine;
  private final Overloads overloads;

  Helpers(Machine machine) {
    this.machine = machine;
    this.overloads = new Overloads(machine);
  }

  /** Whether a variable of that type can hold the value. */
  boolean fits(Object value, TypeMirror type) {
    return overloads.fits(value, type);
  }

  /** Notes the types with which a reference to a method is called. */
  void noteTypes(MemberReferenceTree reference, List<ValueType> types) {
    overloads.noteTypes(reference, types);
  }

  /** Whether any of the candidates takes the arguments. */
  boolean take(List<ExecutableElement> candidates, List<Object> arguments) {
    return overloads.take(candidates, arguments);
  }

  /** The one method or constructor that takes the arguments. */
  ExecutableElement choose(
      List<ExecutableElement> candidates, List<Object> arguments, Tree call, Activation at) {
    List<ExecutableElement> best = overloads.best(candidates, arguments, call, at);
    if (best.size() == 1) {
      return best.get(0);
    }
    String text = Describe.call(name(candidates.get(0)), arguments);
    if (best.isEmpty()) {
      String kind = isConstructor(candidates.get(0)) ? "constructor" : "method";
      throw machine.mistakes.cannotFind(
          call, at, "a " + kind + " for `" + text + "`", mayAppear(candidates));
    }
    throw machine.mistakes.notInterpretable(
        call,
        at,
        "which method `" + text + "` calls depends on the declared types of its arguments",
        "give the methods different names");
  }

  /** Whether other methods than these, or what they take, may yet be generated. */
  private boolean mayAppear(List<ExecutableElement> candidates) {
    return candidates.stream()
        .anyMatch(
            each ->
                machine.members.hasUnknownSupertype((TypeElement) each.getEnclosingElement())
                    || each.getParameters().stream()
                        .anyMatch(parameter -> parameter.asType().getKind() == TypeKind.ERROR));
  }

  private static boolean isConstructor(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR;
  }

  private static String name(ExecutableElement method) {
    return isConstructor(method)
        ? "new " + method.getEnclosingElement().getSimpleName()
        : method.getSimpleName().toString();
  }

  /** Calls what the object has in place of this method. */
  Object invokeVirtual(
      ExecutableElement method, Object self, List<Object> arguments, Tree call, Activation at) {
    TypeElement type = self == null ? null : Selves.type(self);
    ExecutableElement actual = type == null ? method : machine.members.implementation(type, method);
    if (self instanceof EnumValue constant && constant.body() != null) {
      Optional<MethodTree> own = ofBody(constant.body(), actual, homeOf(constant));
      if (own.isPresent()) {
        return run(own.get(), homeOf(constant), actual, constant, arguments, call, at);
      }
    }
    return invoke(actual, self, arguments, call, at);
  }

  /** Whether an enum constant's own body overrides a method. */
  boolean isInBody(Instance self, ExecutableElement method) {
    return self instanceof EnumValue constant
        && constant.body() != null
        && ofBody(constant.body(), method, homeOf(constant)).isPresent();
  }

  private Home homeOf(EnumValue constant) {
    return machine.sources.of(constant.type()).orElseThrow().home();
  }

  /** The method of an enum constant's own body that overrides another. */
  private Optional<MethodTree> ofBody(ClassTree body, ExecutableElement method, Home home) {
    return body.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(each -> each.getName().contentEquals(method.getSimpleName()))
        .filter(each -> hasParameters(each, method, home))
        .findFirst();
  }

  private boolean hasParameters(MethodTree tree, ExecutableElement method, Home home) {
    List<? extends VariableElement> parameters = method.getParameters();
    if (tree.getParameters().size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      VariableTree written = tree.getParameters().get(i);
      ValueType one = machine.valueTypes.of(written.getType(), home);
      ValueType other = ValueTypes.of(parameters.get(i).asType());
      boolean isVariable = other.mirror() != null && other.element() == null;
      if (!isVariable && !one.isSameErasure(other)) {
        return false;
      }
    }
    return true;
  }

  /** Calls a method that only the body of an enum constant declares; empty if there is none. */
  Optional<Object> callInBody(String name, List<Object> arguments, Tree call, Activation at) {
    if (!(at.self() instanceof EnumValue constant) || constant.body() == null) {
      return Optional.empty();
    }
    return constant.body().getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(each -> each.getName().contentEquals(name))
        .filter(each -> each.getParameters().size() == arguments.size())
        .findFirst()
        .map(tree -> run(tree, homeOf(constant), null, constant, arguments, call, at));
  }

  /** Calls exactly this method. */
  Object invoke(
      ExecutableElement method, Object self, List<Object> arguments, Tree call, Activation at) {
    if (self instanceof Closure closure && method.getModifiers().contains(Modifier.ABSTRACT)) {
      return machine.budget.call(
          call, at, method.getSimpleName().toString(), () -> closure.call(arguments));
    }
    if (self instanceof RecordValue record && machine.sources.of(method).isEmpty()) {
      Optional<VariableElement> component = component(record, method);
      if (component.isPresent()) {
        return record.get(component.get());
      }
    }
    MethodSource source = source(method, call, at);
    if (method.getModifiers().contains(Modifier.STATIC)) {
      machine.statics.initialise((TypeElement) method.getEnclosingElement(), call, at);
    }
    return run(source.tree(), source.home(), method, self, arguments, call, at);
  }

  /** The component that a record's own accessor reads. */
  private Optional<VariableElement> component(RecordValue self, ExecutableElement method) {
    return method.getParameters().isEmpty()
        ? machine.members.ownField(self.type(), method.getSimpleName().toString()).filter(self::has)
        : Optional.empty();
  }

  /** Runs a method; {@code method} is null if no element stands for the tree. */
  private Object run(
      MethodTree tree,
      Home home,
      ExecutableElement method,
      Object self,
      List<Object> arguments,
      Tree call,
      Activation at) {
    String name = tree.getName().toString();
    Activation inside =
        method == null
            ? activation(tree, home, self, arguments, call, at)
            : activation(tree, home, method, name, self, arguments, call, at);
    Completion completion =
        machine.budget.call(call, at, name, () -> machine.run(tree.getBody(), inside));
    ValueType result =
        method == null
            ? machine.valueTypes.of(tree.getReturnType(), home)
            : ValueTypes.of(method.getReturnType());
    boolean isVoid =
        method == null
            ? tree.getReturnType().toString().equals("void")
            : method.getReturnType().getKind() == TypeKind.VOID;
    if (completion.isNormal() && !isVoid) {
      throw machine.mistakes.exception(call, at, "`" + name + "` ends without returning a value");
    }
    return machine.coerce(completion.value(), result, call, at);
  }

  /** The state in which a method or constructor starts. */
  Activation activation(
      ExecutableElement method,
      String name,
      Object self,
      List<Object> arguments,
      Tree call,
      Activation at) {
    Optional<MethodSource> source = machine.sources.of(method);
    Home home = source.map(MethodSource::home).orElse(at.home());
    MethodTree tree = source.map(MethodSource::tree).orElse(null);
    return activation(tree, home, method, name, self, arguments, call, at);
  }

  private Activation activation(
      MethodTree tree,
      Home home,
      ExecutableElement method,
      String name,
      Object self,
      List<Object> arguments,
      Tree call,
      Activation at) {
    List<Object> packed = packed(method, arguments, call, at);
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    Set<String> silenced = machine.silenced.apply(method);
    Activation inside = inside(name, home, isStatic ? null : self, arguments, silenced, call, at);
    for (int i = 0; i < packed.size(); i++) {
      ValueType type = ValueTypes.of(method.getParameters().get(i).asType());
      Object value = machine.coerce(packed.get(i), type, call, at);
      // A class file's parameters, and those of an overridden method, may have other names.
      CharSequence written =
          tree == null
              ? method.getParameters().get(i).getSimpleName()
              : tree.getParameters().get(i).getName();
      inside.scope().declare(written.toString(), type).assign(value);
    }
    return inside;
  }

  private Activation activation(
      MethodTree tree, Home home, Object self, List<Object> arguments, Tree call, Activation at) {
    Activation inside =
        inside(tree.getName().toString(), home, self, arguments, Set.of(), call, at);
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = tree.getParameters().get(i);
      ValueType type = machine.valueTypes.of(parameter.getType(), home);
      Object value = machine.coerce(arguments.get(i), type, call, at);
      inside.scope().declare(parameter.getName().toString(), type).assign(value);
    }
    return inside;
  }

  private Activation inside(
      String name,
      Home home,
      Object self,
      List<Object> arguments,
      Set<String> silenced,
      Tree call,
      Activation at) {
    Place place = machine.places.of(at.home().unit(), call);
    CallStack calls = at.calls().call(name, arguments, place, silenced);
    return new Activation(home, self, new Scope(null), calls);
  }

  private MethodSource source(ExecutableElement method, Tree call, Activation at) {
    Optional<MethodSource> source = machine.sources.of(method);
    if (source.isEmpty()) {
      throw machine.mistakes.absent(machine.sources.whyAbsent(method), call, at);
    }
    if (source.get().tree().getBody() == null) {
      String name = method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
      throw machine.mistakes.notInterpretable(
          call, at, "`" + name + "` has no body", "call a default, static or private method");
    }
    return source.get();
  }

  /** Whether an argument is the array of a variable number of arguments, or one of them. */
  private boolean isArrayItself(
      Object argument, VariableElement parameter, int index, Tree call, Activation at) {
    List<? extends ExpressionTree> trees = Overloads.trees(call);
    Optional<TypeMirror> declared =
        index < trees.size() && argument instanceof JavaArray
            ? machine.staticTypes.of(trees.get(index), at)
            : Optional.empty();
    return declared
        .map(type -> machine.subtyping.isSubtype(type, parameter.asType()))
        .orElseGet(() -> argument == null || fits(argument, parameter.asType()));
  }

  /** The arguments with those for {@code int... x} in an array. */
  private List<Object> packed(
      ExecutableElement method, List<Object> arguments, Tree call, Activation at) {
    int last = method.getParameters().size() - 1;
    if (!method.isVarArgs()) {
      return arguments;
    }
    ValueType type = ValueTypes.of(method.getParameters().get(last).asType());
    if (arguments.size() == last + 1
        && isArrayItself(arguments.get(last), method.getParameters().get(last), last, call, at)) {
      return arguments;
    }
    machine.budget.cells(arguments.size() - last, call, at);
    List<Object> packed = new ArrayList<>(arguments.subList(0, last));
    ValueType component = type.component();
    JavaArray rest = JavaArray.create(component, arguments.size() - last);
    for (int i = last; i < arguments.size(); i++) {
      rest.set(i - last, machine.coerce(arguments.get(i), component, call, at));
    }
    packed.add(rest);
    return packed;
  }
}
