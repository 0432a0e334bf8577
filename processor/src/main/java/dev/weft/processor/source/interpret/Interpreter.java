package dev.weft.processor.source.interpret;

import com.sun.source.tree.MethodTree;
import dev.weft.dsl.Layer;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.resolve.Sources.MethodSource;
import dev.weft.processor.source.tree.SourceTrees;
import dev.weft.processor.source.value.Describe;
import java.util.List;
import java.util.Optional;
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
   */
  public Interpreter(
      SourceTrees trees,
      ProcessingEnvironment environment,
      Places places,
      Origins origins,
      OtherNetworks others) {
    this.machine = new Machine(trees, environment, places, origins, others);
  }

  /**
   * The layer that a stage's body returns.
   *
   * @throws Mistake if the body cannot be evaluated
   */
  public Layer evaluate(ExecutableElement stage, TypeElement network) {
    machine.budget.reset();
    machine.networks.start(network);
    CallStack calls = CallStack.ofStage(stage.getSimpleName().toString());
    try {
      Layer layer = evaluate(stage, network, calls);
      MethodSource source = machine.sources.of(stage).orElseThrow();
      machine.layering.countStage(layer, source.tree(), activation(source, network, calls));
      return layer;
    } catch (Budget.OutOfSteps outOfSteps) {
      throw outOfSteps.mistake();
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
      String what = "the stage `" + stage.getSimpleName() + "`";
      throw new Mistake(unknownFile(machine.places.of(stage), what), false);
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
      throw machine.mistakes.exception(
          completion.tree(),
          at,
          "the stage returns " + Describe.value(value) + " in place of a layer");
    } catch (StackOverflowError tooDeep) {
      throw machine.mistakes.limit(tree, at, "the stage's expressions nest too deep");
    }
  }

  private static Activation activation(MethodSource source, TypeElement network, CallStack calls) {
    return new Activation(source.home(), network, new Scope(null), calls);
  }

  /** Compilers other than javac may keep the paths of their files to themselves. */
  public static Located unknownFile(Place place, String what) {
    return Located.of(
        Code.NOT_INTERPRETABLE,
        place,
        List.of(),
        "the compiler does not say in which file " + what + " is",
        new Fix("tell the processor the directory of the sources", "-Aweft.sources=DIR", null));
  }
}
