package dev.weft.processor.source;

import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.annotation.Frozen;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Origin;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.source.place.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Reads whether training leaves a stage as it is: its {@link Frozen} annotation. */
final class FrozenStages {
  private final Places places;
  private final Origins origins;

  FrozenStages(Places places, Origins origins) {
    this.places = places;
    this.origins = origins;
  }

  /** Whether a method says so. */
  static boolean isGiven(ExecutableElement method) {
    return annotation(method).isPresent();
  }

  private static Optional<AnnotationMirror> annotation(ExecutableElement method) {
    return AnnotationArguments.annotation(method, Frozen.class);
  }

  /** A stage's layer, frozen if the stage is. */
  Layer read(ExecutableElement stage, Layer layer, List<Frame> frames) {
    return annotation(stage).map(given -> frozen(stage, given, layer, frames)).orElse(layer);
  }

  private Layer frozen(
      ExecutableElement stage, AnnotationMirror annotation, Layer layer, List<Frame> frames) {
    Layer frozen = FrozenLayer.of(layer);
    origins.put(frozen, Origin.annotated(places.of(stage, annotation), frames, Map.of()));
    return frozen;
  }
}
