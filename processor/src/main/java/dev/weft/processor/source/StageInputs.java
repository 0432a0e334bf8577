package dev.weft.processor.source;

import dev.weft.dsl.Join;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.annotation.From;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origin;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.place.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Reads where a stage takes its input from: its {@link From} annotation. */
final class StageInputs {
  private final Places places;
  private final Origins origins;
  private final List<Located> problems;

  StageInputs(Places places, Origins origins, List<Located> problems) {
    this.places = places;
    this.origins = origins;
    this.problems = problems;
  }

  /** Whether a method says where its input comes from. */
  static boolean isGiven(ExecutableElement method) {
    return annotation(method).isPresent();
  }

  private static Optional<AnnotationMirror> annotation(ExecutableElement method) {
    return AnnotationArguments.annotation(method, From.class);
  }

  /** Where the stage takes its input from; empty if from the stage before it. */
  Optional<StageInput> read(ExecutableElement stage, List<Frame> frames) {
    return annotation(stage).flatMap(annotation -> read(stage, annotation, frames));
  }

  private Optional<StageInput> read(
      ExecutableElement stage, AnnotationMirror annotation, List<Frame> frames) {
    Optional<AnnotationValue> value = AnnotationArguments.find(annotation, "value");
    if (value.isEmpty()) {
      // The compiler itself reports a value that is missing.
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    Map<String, Place> written = new HashMap<>();
    for (AnnotationValue part : AnnotationArguments.parts(value.get())) {
      String name = String.valueOf(part.getValue());
      names.add(name);
      written.put(name, places.of(stage, annotation, part));
    }
    Place place = places.of(stage, annotation);
    if (names.isEmpty()) {
      problems.add(
          Located.of(
              Code.MISUSE,
              place,
              frames,
              "@From names no stage",
              Fix.of("name one, or remove the annotation")));
      return Optional.empty();
    }
    StageInput input = new StageInput(names, join(annotation));
    origins.put(input, Origin.annotated(place, frames, written));
    return Optional.of(input);
  }

  private static Join join(AnnotationMirror annotation) {
    return AnnotationArguments.find(annotation, "join")
        .map(AnnotationValue::getValue)
        .filter(VariableElement.class::isInstance)
        .map(constant -> Join.valueOf(((VariableElement) constant).getSimpleName().toString()))
        .orElse(Join.CONCAT);
  }
}
