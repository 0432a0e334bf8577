package dev.weft.processor.source.place;

import dev.weft.processor.diagnostic.Place;
import java.util.Objects;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** The place of an element, or of an annotation on it, printed as every compiler can. */
final class ElementPlace implements Place {
  private final Messager messager;
  private final Printer printer;
  private final Element element;
  private final AnnotationMirror annotation;
  private final AnnotationValue value;
  private final TreePlace spot;

  /** {@code spot} tells line and column, if there is source; it may be null. */
  ElementPlace(
      Messager messager,
      Printer printer,
      Element element,
      AnnotationMirror annotation,
      AnnotationValue value,
      TreePlace spot) {
    this.messager = messager;
    this.printer = printer;
    this.element = element;
    this.annotation = annotation;
    this.value = value;
    this.spot = spot;
  }

  @Override
  public String file() {
    return spot == null ? element.getSimpleName().toString() : spot.file();
  }

  @Override
  public int line() {
    return spot == null ? 0 : spot.line();
  }

  @Override
  public int column() {
    return spot == null ? 0 : spot.column();
  }

  @Override
  public void print(Diagnostic.Kind kind, String message) {
    messager.printMessage(kind, printer.atElement(spot, message), element, annotation, value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElementPlace place
        && element.equals(place.element)
        && annotation == place.annotation
        && value == place.value;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        element, System.identityHashCode(annotation), System.identityHashCode(value));
  }

  @Override
  public String toString() {
    return spot == null ? file() : spot.toString();
  }
}
