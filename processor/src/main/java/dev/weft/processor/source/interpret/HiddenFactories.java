package dev.weft.processor.source.interpret;

import com.sun.source.tree.MethodInvocationTree;
import dev.weft.dsl.Layers;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Calls of a factory that Java takes for a call of a method of the network's own. */
final class HiddenFactories {
  private final Machine machine;

  HiddenFactories(Machine machine) {
    this.machine = machine;
  }

  /** Whether Java sees a method of the network's where a factory was meant. */
  boolean isMeant(
      List<ExecutableElement> candidates, String name, List<Object> arguments, Activation at) {
    boolean isOwn =
        candidates.stream()
            .allMatch(method -> DslTypes.of((TypeElement) method.getEnclosingElement()).isEmpty());
    boolean recurs = arguments.isEmpty() && at.calls().isInCallWithoutArguments(name);
    return isOwn
        && machine.layering.accepts(Layers.class, name, arguments)
        && (recurs || !machine.helpers.take(candidates, arguments));
  }

  /** The mistake of such a call. */
  Mistake mistake(ExecutableElement hiding, MethodInvocationTree tree, Activation at) {
    String name = hiding.getSimpleName().toString();
    boolean isStage =
        hiding.getParameters().isEmpty() && !hiding.getModifiers().contains(Modifier.STATIC);
    String what = isStage ? "stage" : "method";
    return machine.mistakes.notInterpretable(
        tree,
        at,
        "the " + what + " `" + name + "` hides the factory of the same name",
        "write `Layers." + MisnamedCall.called(name, tree) + "`, or rename the " + what);
  }
}
