package dev.weft.processor.source.interpret;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.weft.dsl.Layer;
import dev.weft.processor.source.resolve.Home;
import dev.weft.processor.source.resolve.Sources.MethodSource;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.RecordValue;
import dev.weft.processor.source.value.ValueType;
import java.util.List;
import java.util.Optional;
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
  private final Parameters parameters;

  Helpers(Machine machine) {
    this.machine = machine;
    this.overloads = new Overloads(machine);
    this.parameters = new Parameters(machine);
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
    if (best.isEmpty()) {
      List<Signature> signatures =
          candidates.stream().map(each -> Signature.of(name(each), each, machine)).toList();
      Mistake misfit = machine.misfits.of(signatures, arguments, call, at);
      throw mayAppear(candidates) ? new Mistake(misfit.located().orElseThrow(), true) : misfit;
    }
    String text = Describe.call(name(candidates.get(0)), arguments);
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
    Optional<MethodTree> ofConstant = machine.bodies.override(self, actual);
    if (ofConstant.isPresent()) {
      Home home = machine.bodies.homeOf((EnumValue) self);
      return run(new Callee(ofConstant.get(), home, actual), self, arguments, call, at);
    }
    return invoke(actual, self, arguments, call, at);
  }

  /** Calls a method that only the body of an enum constant declares; empty if there is none. */
  Optional<Object> callInBody(String name, List<Object> arguments, Tree call, Activation at) {
    return machine
        .bodies
        .own(at.self(), name, arguments.size())
        .map(tree -> new Callee(tree, machine.bodies.homeOf((EnumValue) at.self()), null))
        .map(callee -> run(callee, at.self(), arguments, call, at));
  }

  /** Calls exactly this method. */
  Object invoke(
      ExecutableElement method, Object self, List<Object> arguments, Tree call, Activation at) {
    if (self instanceof Closure closure && method.getModifiers().contains(Modifier.ABSTRACT)) {
      List<Object> packed = parameters.packed(method, arguments, call, at);
      return machine.budget.call(
          call, at, method.getSimpleName().toString(), () -> closure.call(packed));
    }
    if (self instanceof RecordValue record && machine.sources.of(method).isEmpty()) {
      Optional<VariableElement> component = component(record, method);
      if (component.isPresent()) {
        return record.get(component.get());
      }
    }
    MethodSource source = source(method, call, at);
    machine.stageCalls.note(method, self, call, at);
    if (method.getModifiers().contains(Modifier.STATIC)) {
      machine.statics.initialise((TypeElement) method.getEnclosingElement(), call, at);
    }
    return run(new Callee(source.tree(), source.home(), method), self, arguments, call, at);
  }

  /** The component that a record's own accessor reads. */
  private Optional<VariableElement> component(RecordValue self, ExecutableElement method) {
    return method.getParameters().isEmpty()
        ? machine.members.ownField(self.type(), method.getSimpleName().toString()).filter(self::has)
        : Optional.empty();
  }

  private Object run(Callee callee, Object self, List<Object> arguments, Tree call, Activation at) {
    String name = callee.tree().getName().toString();
    Object own = callee.isStatic() ? null : self;
    Activation inside = parameters.enter(callee, name, own, arguments, call, at);
    Completion completion =
        machine.budget.call(call, at, name, () -> machine.run(callee.tree().getBody(), inside));
    if (callee.isVoid()) {
      return null;
    }
    if (completion.isNormal()) {
      throw machine.mistakes.exception(call, at, "`" + name + "` ends without returning a value");
    }
    return returned(completion, callee, inside);
  }

  /** The value of a return as the method's type makes it. */
  private Object returned(Completion completion, Callee callee, Activation inside) {
    ValueType type =
        callee.method() == null
            ? machine.valueTypes.of(callee.tree().getReturnType(), callee.home())
            : ValueTypes.of(callee.method().getReturnType());
    Object value = completion.value();
    if (value != null
        && !(value instanceof Layer)
        && type.element() != null
        && DslTypes.of(type.element()).filter(dsl -> !dsl.isInstance(value)).isPresent()) {
      throw machine.mistakes.exception(
          completion.tree(),
          inside,
          "`%s` returns %s in place of %s"
              .formatted(
                  callee.tree().getName(),
                  Describe.value(value),
                  Describe.withArticle(type.element().getSimpleName().toString())));
    }
    return machine.coerce(value, type, completion.tree(), inside);
  }

  /** The state in which a constructor starts. */
  Activation enter(
      ExecutableElement constructor,
      String name,
      Object self,
      List<Object> arguments,
      Tree call,
      Activation at) {
    Optional<MethodSource> source = machine.sources.of(constructor);
    Home home = source.map(MethodSource::home).orElse(at.home());
    MethodTree tree = source.map(MethodSource::tree).orElse(null);
    return parameters.enter(new Callee(tree, home, constructor), name, self, arguments, call, at);
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
}
