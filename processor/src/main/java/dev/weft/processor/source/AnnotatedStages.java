package dev.weft.processor.source;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
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
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Reads abstract stages: one layer for each annotation, in source order. */
final class AnnotatedStages {
  private final Trees trees;
  private final Places places;
  private final Origins origins;

  AnnotatedStages(Trees trees, Places places, Origins origins) {
    this.trees = trees;
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
    TreePath path = trees.getPath(method);
    return method.getModifiers().contains(Modifier.ABSTRACT)
        && path != null
        && path.getLeaf() instanceof MethodTree tree
        && tree.getModifiers().getAnnotations().stream()
            .map(annotation -> TreePath.getPath(path, annotation.getAnnotationType()))
            .map(trees::getElement)
            .anyMatch(type -> type == null || type.asType().getKind() == TypeKind.ERROR);
  }

  /**
   * The stage's layer.
   *
   * @param frames the calls that led to the stage
   * @throws Mistake if a value is wrong
   */
  Layer read(ExecutableElement stage, List<Frame> frames) {
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
