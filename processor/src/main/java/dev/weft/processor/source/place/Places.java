package dev.weft.processor.source.place;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.source.tree.SourceTrees;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Makes places from trees and from elements. */
public final class Places {
  private final SourceTrees trees;
  private final Messager messager;
  private final Printer printer;

  /** Places that messages about {@code network} point at. */
  public Places(SourceTrees trees, ProcessingEnvironment environment, TypeElement network) {
    this.trees = trees;
    this.messager = environment.getMessager();
    this.printer =
        trees
            .printer()
            .<Printer>map(TreePrinter::new)
            .orElseGet(() -> new ElementPrinter(messager, trees, network));
  }

  /** The place of a tree; a call's place is the name of what it calls. */
  public Place of(CompilationUnitTree unit, Tree tree) {
    Tree spot = tree instanceof MethodInvocationTree call ? call.getMethodSelect() : tree;
    return new TreePlace(trees.positions(), unit, spot, printer);
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
    TreePlace spot =
        trees
            .find(element, annotation, value)
            .map(found -> new TreePlace(trees.positions(), found.unit(), found.tree(), printer))
            .orElse(null);
    if (spot != null && !trees.isCompiled(element)) {
      return spot; // no compiler can point at what it knows from a class file
    }
    return new ElementPlace(messager, printer, element, annotation, value, spot);
  }
}
