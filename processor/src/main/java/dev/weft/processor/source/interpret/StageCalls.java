package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Located;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Finds the calls of methods that are stages already, so that their layers exist once more. */
final class StageCalls {
  private final Machine machine;
  private final List<Located> noted = new ArrayList<>();

  StageCalls(Machine machine) {
    this.machine = machine;
  }

  /** The warnings noted since this was last asked. */
  List<Located> take() {
    List<Located> all = List.copyOf(noted);
    noted.clear();
    return all;
  }

  /** Notes a call, if it is one of a stage of the network that is being compiled. */
  void note(ExecutableElement method, Object self, Tree call, Activation at) {
    if (self instanceof TypeElement network
        && isStage(method, network)
        && machine.networks.isOutermost(network)
        && !machine.recovery.isSuspended()
        && !isRecursive(method, at)) {
      noted.add(warning(method, call, at));
    }
  }

  /** What another method overrides is no stage itself, for example {@code Base.super.stem()}. */
  private boolean isStage(ExecutableElement method, TypeElement network) {
    return method.isDefault()
        && method.getParameters().isEmpty()
        && DslTypes.isLayer(method.getReturnType())
        && machine.members.implementation(network, method).equals(method);
  }

  /** That one never ends, which is an error. */
  private static boolean isRecursive(ExecutableElement method, Activation at) {
    return at.calls().isInCallWithoutArguments(method.getSimpleName().toString());
  }

  private Located warning(ExecutableElement method, Tree call, Activation at) {
    return Located.of(
        Code.REPEATED_STAGE,
        machine.places.of(at.home().unit(), call),
        at.calls().frames(),
        "`%s` is a stage of its own already, its layers stand in the network twice"
            .formatted(method.getSimpleName()),
        fixes(method, at));
  }

  /** How a method becomes a helper: one that overrides another can become neither. */
  private static Fix[] fixes(ExecutableElement method, Activation at) {
    String name = method.getSimpleName().toString();
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    if (method.getAnnotation(Override.class) != null) {
      return new Fix[] {Fix.of("move what both need into a static method, and call that")};
    }
    if (!owner.equals(at.home().owner())) {
      String qualified = owner.getSimpleName() + "." + name + "()";
      return new Fix[] {
        Fix.of("make it static, so that only its callers use it, and call " + qualified)
      };
    }
    String layer = ((DeclaredType) method.getReturnType()).asElement().getSimpleName().toString();
    return new Fix[] {
      new Fix(
          "make it a helper, which only its callers use",
          "static " + layer + " " + name + "()",
          null),
      new Fix("the same for one that needs `this`", "private " + layer + " " + name + "()", null)
    };
  }
}
