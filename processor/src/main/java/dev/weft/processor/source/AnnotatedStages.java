package dev.weft.processor.source;

import dev.weft.dsl.Layer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Origin;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.source.interpret.Mistake;
import dev.weft.processor.source.place.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Reads abstract stages: one layer for each annotation, in source order. */
final class AnnotatedStages {
  private final Places places;
  private final Origins origins;

  AnnotatedStages(Places places, Origins origins) {
    this.places = places;
    this.origins = origins;
  }

  /** The annotations of a method that stand for layers. */
  static List<? extends AnnotationMirror> annotations(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .filter(annotation -> LayerAnnotations.of(annotation).isPresent())
        .toList();
  }

  /**
   * The stage's layer.
   *
   * @throws Mistake if a value is wrong
   */
  Layer read(ExecutableElement stage) {
    List<Frame> frames = List.of(new Frame(stage.getSimpleName().toString(), null));
    List<Layer> layers = new ArrayList<>();
    for (AnnotationMirror annotation : annotations(stage)) {
      AnnotationArguments values = new AnnotationArguments(places, stage, annotation, frames);
      Layer layer = LayerAnnotations.of(annotation).orElseThrow().apply(values);
      origins.put(layer, new Origin(values.place(), frames, values.written(), true));
      layers.add(layer);
    }
    if (layers.size() == 1) {
      return layers.get(0);
    }
    Layer all = new SequentialLayer(null, layers);
    origins.put(all, new Origin(places.of(stage), frames, Map.of()));
    return all;
  }
}
