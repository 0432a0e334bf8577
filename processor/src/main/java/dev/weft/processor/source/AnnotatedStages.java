package dev.weft.processor.source;

import dev.weft.dsl.Layer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Origin;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.source.interpret.Mistake;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.resolve.Home;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.tree.Declared;
import dev.weft.processor.source.tree.SourceTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads abstract stages: one layer for each annotation, in source order. */
final class AnnotatedStages {
  private final SourceTrees trees;
  private final ValueTypes types;
  private final Places places;
  private final Origins origins;

  AnnotatedStages(SourceTrees trees, ValueTypes types, Places places, Origins origins) {
    this.trees = trees;
    this.types = types;
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
   * Whether one of an abstract stage's annotations is unknown (as yet), which javac itself reports.
   * Only the tree tells: elements have no mirror of such an annotation.
   */
  boolean hasUnresolved(ExecutableElement method) {
    Optional<Declared> stage = trees.find(method);
    if (stage.isEmpty() || !method.getModifiers().contains(Modifier.ABSTRACT)) {
      return false;
    }
    Home home = new Home(stage.get().unit(), (TypeElement) method.getEnclosingElement());
    return trees.annotations(method).stream()
        .anyMatch(annotation -> types.named(annotation.getAnnotationType(), home).isEmpty());
  }

  /**
   * The stage's layer.
   *
   * @param frames the calls that led to the stage
   * @param mistakes takes those in the annotations, of which each may have one
   */
  Layer read(ExecutableElement stage, List<Frame> frames, Consumer<Mistake> mistakes) {
    List<Layer> layers = new ArrayList<>();
    for (AnnotationMirror annotation : annotations(stage)) {
      AnnotationArguments values =
          new AnnotationArguments(places, stage, annotation, frames, mistakes);
      try {
        Layer layer = LayerAnnotations.of(annotation).orElseThrow().apply(values);
        origins.put(layer, Origin.annotated(values.place(), frames, values.written()));
        layers.add(layer);
      } catch (Mistake mistake) {
        mistakes.accept(mistake);
        layers.add(Mistake.UNKNOWN_LAYER);
      }
    }
    if (layers.size() == 1) {
      return layers.get(0);
    }
    Layer all = new SequentialLayer(null, layers);
    origins.put(all, new Origin(places.of(stage), frames, Map.of()));
    return all;
  }
}
