package dev.weft.processor.source.interpret;

import com.sun.source.tree.MethodTree;
import dev.weft.dsl.Layer;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.resolve.Sources.MethodSource;
import dev.weft.processor.source.tree.Absence;
import dev.weft.processor.source.tree.SourceTrees;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Describe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Evaluates the bodies of one network's stages. It runs no code of the user's: it walks their
 * trees, and calls only the DSL's own factories and a list of pure methods of the JDK.
 */
public final class Interpreter {
  private final Machine machine;

  /**
   * An interpreter that notes in {@code origins} where each layer was declared.
   *
   * @param others reads the networks that stand as blocks in this one
   * @param silenced the warnings that a method silences
   */
  public Interpreter(
      SourceTrees trees,
      ProcessingEnvironment environment,
      Places places,
      Origins origins,
      OtherNetworks others,
      Function<ExecutableElement, Set<String>> silenced) {
    this.machine = new Machine(trees, environment, places, origins, others, silenced);
  }

  /** What goes wrong when the layers are made that wait for their input's channels. */
  public LateMistakes late() {
    return machine.layering.late();
  }

  /** The mistakes behind which the evaluation went on, each handed out once. */
  public List<Mistake> passed() {
    return machine.recovery.take();
  }

  /** What is legal but hardly meant in the code that ran, each handed out once. */
  public List<Located> warnings() {
    return machine.stageCalls.take();
  }

  /**
   * The layer that a stage's body returns.
   *
   * @throws Mistake if the body cannot be evaluated
   */
  public Layer evaluateOwn(ExecutableElement stage, TypeElement network, CallStack calls) {
    machine.budget.reset();
    machine.networks.start(network);
    try {
      Layer layer = evaluate(stage, network, calls);
      MethodSource source = machine.sources.of(stage).orElseThrow();
      machine.layering.countStage(layer, source.tree(), activation(source, network, calls));
      return layer;
    } catch (Budget.OutOfSteps outOfSteps) {
      throw machine.recovery.hasNoted() ? Mistake.consequence() : outOfSteps.mistake();
    }
  }

  /**
   * The layer that a body returns which belongs to a network inside the one being evaluated.
   *
   * @param calls the calls that led there
   * @throws Mistake if the body cannot be evaluated
   */
  public Layer evaluate(ExecutableElement stage, TypeElement network, CallStack calls) {
    Optional<MethodSource> found = machine.sources.of(stage);
    if (found.isEmpty()) {
      throw withoutSource(stage, calls);
    }
    MethodSource source = found.get();
    MethodTree tree = source.tree();
    Activation at = activation(source, network, calls);
    try {
      Completion completion = machine.run(tree.getBody(), at);
      if (completion.isNormal()) {
        throw machine.mistakes.exception(tree, at, "the stage ends without returning a layer");
      }
      Object value = completion.value();
      if (value instanceof Layer layer) {
        return layer;
      }
      throw noLayer(value, completion, at);
    } catch (StackOverflowError tooDeep) {
      throw machine.mistakes.limit(
          tree, at, "the stage's expressions nest too deep", "split them into several statements");
    }
  }

  private Mistake noLayer(Object value, Completion completion, Activation at) {
    if (value instanceof Closure) {
      return machine.mistakes.notInterpretable(
          completion.tree(),
          at,
          "the stage returns a lambda in place of a layer",
          DslTypes.ONLY_FACTORIES);
    }
    return machine.mistakes.exception(
        completion.tree(),
        at,
        "the stage returns " + Describe.value(value) + " in place of a layer");
  }

  /** A network that stands in a call is missing there: its class file is no place to point at. */
  private Mistake withoutSource(ExecutableElement stage, CallStack calls) {
    List<Frame> frames = calls.frames();
    Place call = frames.get(0).place();
    if (call != null) {
      return machine.mistakes.absent(machine.sources.whyAbsent(stage), call, frames);
    }
    String what = "the stage `" + stage.getSimpleName() + "`";
    return machine.mistakes.absent(Absence.ofUnknownFile(what), machine.places.of(stage), frames);
  }

  private static Activation activation(MethodSource source, TypeElement network, CallStack calls) {
    return new Activation(source.home(), network, new Scope(null), calls);
  }
}
