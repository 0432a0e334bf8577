package dev.weft.processor.source.place;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.processor.diagnostic.Place;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Makes places from trees and from elements. */
public final class Places {
  private final Trees trees;
  private final Messager messager;

  /** Places in the files that {@code environment} compiles. */
  public Places(Trees trees, ProcessingEnvironment environment) {
    this.trees = trees;
    this.messager = environment.getMessager();
  }

  /** The place of a tree; a call's place is the name of what it calls. */
  public Place of(CompilationUnitTree unit, Tree tree) {
    Tree spot = tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree;
    return new TreePlace(trees, unit, spot);
  }

  /** The place of an element, at its name. */
  public Place of(Element element) {
    return of(element, null, null);
  }

  /** The place of an annotation of an element. */
  public Place of(Element element, AnnotationMirror annotation) {
    return of(element, annotation, null);
  }

  /** The place of a value inside an annotation of an element. */
  public Place of(Element element, AnnotationMirror annotation, AnnotationValue value) {
    TreePath path = trees.getPath(element);
    if (path == null) {
      return new ElementPlace(messager, element, annotation, value, null);
    }
    Tree tree = path.getLeaf();
    if (annotation != null) {
      TreePath inside =
          value == null
              ? trees.getPath(element, annotation)
              : trees.getPath(element, annotation, value);
      tree = inside == null ? tree : inside.getLeaf();
    }
    TreePlace spot = new TreePlace(trees, path.getCompilationUnit(), tree);
    return new ElementPlace(messager, element, annotation, value, spot);
  }
}
