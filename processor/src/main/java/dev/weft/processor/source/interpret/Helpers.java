package dev.weft.processor.source.interpret;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.resolve.Sources.MethodSource;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.RecordValue;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Calls of methods whose source is part of the compilation. */
final class Helpers {
  private final Machine machine;
  private final Overloads overloads;

  Helpers(Machine machine) {
    this.machine = machine;
    this.overloads = new Overloads(machine.types, machine.members);
  }

  /** Whether a variable of that type can hold the value. */
  boolean fits(Object value, TypeMirror type) {
    return overloads.fits(value, type);
  }

  /** Calls the method among the candidates, which have one name, that takes the arguments. */
  Object call(
      List<ExecutableElement> candidates,
      Object self,
      List<Object> arguments,
      Tree call,
      Activation at) {
    ExecutableElement method = choose(candidates, arguments, call, at);
    return invoke(overriding(method, self), self, arguments, call, at);
  }

  /** Whether any of the candidates takes the arguments. */
  boolean take(List<ExecutableElement> candidates, List<Object> arguments) {
    return !overloads.best(candidates, arguments).isEmpty();
  }

  /** The one method or constructor that takes the arguments. */
  ExecutableElement choose(
      List<ExecutableElement> candidates, List<Object> arguments, Tree call, Activation at) {
    List<ExecutableElement> best = overloads.best(candidates, arguments);
    if (best.size() == 1) {
      return best.get(0);
    }
    String text = Describe.call(candidates.get(0).getSimpleName().toString(), arguments);
    if (best.isEmpty()) {
      throw machine.mistakes.cannotFind(call, at, "a method for `" + text + "`");
    }
    throw machine.mistakes.notInterpretable(
        call,
        at,
        "which method `" + text + "` calls depends on the declared types of its arguments",
        "give the methods different names");
  }

  /** A network or a record may override what a method of its superinterface calls. */
  private ExecutableElement overriding(ExecutableElement method, Object self) {
    TypeElement type = self instanceof RecordValue record ? record.type() : (TypeElement) self;
    if (type == null
        || method.getModifiers().contains(Modifier.STATIC)
        || method.getModifiers().contains(Modifier.PRIVATE)) {
      return method;
    }
    return machine.members.methods(type, method.getSimpleName().toString()).stream()
        .filter(each -> each.getParameters().size() == method.getParameters().size())
        .filter(
            each ->
                machine.types.isSubsignature(
                    (ExecutableType) each.asType(), (ExecutableType) method.asType()))
        .findFirst()
        .orElse(method);
  }

  /** Calls exactly this method. */
  Object invoke(
      ExecutableElement method, Object self, List<Object> arguments, Tree call, Activation at) {
    String name = method.getSimpleName().toString();
    if (self instanceof RecordValue record
        && arguments.isEmpty()
        && record.components().containsKey(name)
        && machine.sources.of(method).isEmpty()) {
      return record.components().get(name);
    }
    MethodTree tree = source(method, call, at).tree();
    Activation inside = activation(method, self, arguments, call, at);
    Completion completion =
        machine.budget.call(call, at, name, () -> machine.run(tree.getBody(), inside));
    if (completion.isNormal() && method.getReturnType().getKind() != TypeKind.VOID) {
      throw machine.mistakes.exception(call, at, "`" + name + "` ends without returning a value");
    }
    return machine.coerce(completion.value(), ValueTypes.of(method.getReturnType()), call, at);
  }

  private Activation activation(
      ExecutableElement method, Object self, List<Object> arguments, Tree call, Activation at) {
    MethodSource source = source(method, call, at);
    List<Object> packed = packed(method, arguments, call, at);
    CallStack calls =
        at.calls()
            .call(
                method.getSimpleName().toString(),
                arguments,
                machine.places.of(at.home().unit(), call));
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    Activation inside =
        new Activation(source.home(), isStatic ? null : self, new Scope(null), calls);
    for (int i = 0; i < packed.size(); i++) {
      ValueType type = ValueTypes.of(method.getParameters().get(i).asType());
      Object value = machine.coerce(packed.get(i), type, call, at);
      // Class files have no names of parameters, so that elements may not know them.
      String name = source.tree().getParameters().get(i).getName().toString();
      inside.scope().declare(name, type).assign(value);
    }
    return inside;
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

  /** The arguments with those for {@code int... x} in an array. */
  List<Object> packed(ExecutableElement method, List<Object> arguments, Tree call, Activation at) {
    int last = method.getParameters().size() - 1;
    if (!method.isVarArgs()) {
      return arguments;
    }
    ValueType type = ValueTypes.of(method.getParameters().get(last).asType());
    boolean isArrayItself =
        arguments.size() == last + 1
            && (arguments.get(last) == null
                || fits(arguments.get(last), method.getParameters().get(last).asType()));
    if (isArrayItself) {
      return arguments;
    }
    machine.budget.cells(arguments.size() - last, call, at);
    List<Object> packed = new ArrayList<>(arguments.subList(0, last));
    Object[] rest = arguments.subList(last, arguments.size()).toArray();
    packed.add(JavaArray.of(type.component(), rest));
    return packed;
  }
}
