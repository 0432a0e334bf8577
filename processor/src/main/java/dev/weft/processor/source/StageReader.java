package dev.weft.processor.source;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Stage;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.source.interpret.CallStack;
import dev.weft.processor.source.interpret.Interpreter;
import dev.weft.processor.source.interpret.LateMistakes;
import dev.weft.processor.source.interpret.Mistake;
import dev.weft.processor.source.interpret.OtherNetworks;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.tree.SourceTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads the stages of one network, and collects what is wrong with them. */
final class StageReader implements OtherNetworks {
  private final StageMethods methods;
  private final StageChecks checks;
  private final AnnotatedStages annotated;
  private final SuppressionReader suppressions;
  private final StageInputs inputs;
  private final FrozenStages frozen;
  private final Interpreter interpreter;
  private final List<Located> problems;
  private boolean hasUnresolvedName;
  private boolean hasUnknownCounts;

  StageReader(
      SourceTrees trees,
      ProcessingEnvironment environment,
      StageMethods methods,
      AnnotatedStages annotated,
      SuppressionReader suppressions,
      Places places,
      Origins origins,
      List<Located> problems) {
    this.methods = methods;
    this.checks = new StageChecks(trees, places);
    this.annotated = annotated;
    this.suppressions = suppressions;
    this.inputs = new StageInputs(places, origins, problems);
    this.frozen = new FrozenStages(places, origins);
    this.interpreter =
        new Interpreter(trees, environment, places, origins, this, suppressions::ofMethod);
    this.problems = problems;
  }

  /** What goes wrong when the layers are made that wait for their input's channels. */
  LateMistakes late() {
    return interpreter.late();
  }

  /** Whether a name was not found, which another processor may yet generate. */
  boolean hasUnresolvedName() {
    return hasUnresolvedName;
  }

  /** Whether a mistake leaves the number of parameters unknown, though not the shapes. */
  boolean hasUnknownCounts() {
    return hasUnknownCounts;
  }

  /** The stages of the network that is being compiled; those that are wrong have no layer. */
  List<Stage> read(TypeElement network) {
    List<Stage> stages = new ArrayList<>();
    for (ExecutableElement method : methods.of(network)) {
      CallStack calls =
          CallStack.ofStage(method.getSimpleName().toString(), suppressions.ofMethod(method));
      read(method, network, calls, () -> interpreter.evaluateOwn(method, network, calls))
          .ifPresent(stages::add);
      checks.uncalled(method).ifPresent(problems::add);
    }
    return stages;
  }

  @Override
  public List<Stage> read(TypeElement network, Function<ExecutableElement, CallStack> calls) {
    List<Stage> stages = new ArrayList<>();
    for (ExecutableElement method : methods.of(network)) {
      CallStack inside = calls.apply(method);
      read(method, network, inside, () -> interpreter.evaluate(method, network, inside))
          .ifPresent(stages::add);
    }
    return stages;
  }

  /** The stage that a method declares; empty if it is a helper. */
  private Optional<Stage> read(
      ExecutableElement method, TypeElement network, CallStack calls, Supplier<Layer> body) {
    if (methods.isHelper(method)) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    if (annotated.hasUnresolved(method)) {
      hasUnresolvedName = true;
      return Optional.of(new Stage(name, null));
    }
    Optional<Located> misuse =
        checks
            .misuse(method, network)
            .or(() -> checks.ambiguous(method, methods.rivals(network, method), network));
    if (misuse.isPresent()) {
      problems.add(misuse.get());
      return Optional.of(new Stage(name, null));
    }
    checks.misnamed(method).ifPresent(problems::add);
    return Optional.of(
        new Stage(name, layer(method, calls, body), inputs.read(method, calls.frames())));
  }

  private Layer layer(ExecutableElement method, CallStack calls, Supplier<Layer> body) {
    try {
      Layer layer =
          method.getModifiers().contains(Modifier.ABSTRACT)
              ? annotated.read(method, calls.frames(), this::note)
              : body.get();
      return layer == Mistake.UNKNOWN_LAYER ? null : frozen.read(method, layer, calls.frames());
    } catch (Mistake mistake) {
      note(mistake);
      return null;
    } finally {
      interpreter.passed().forEach(this::note);
      problems.addAll(interpreter.warnings());
    }
  }

  private void note(Mistake mistake) {
    mistake.located().ifPresent(problems::add);
    hasUnresolvedName |= mistake.isUnresolvedName();
    hasUnknownCounts |= mistake.isOfCounts();
  }
}
