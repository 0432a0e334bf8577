package dev.weft.processor;

import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Whether the processor may claim its annotations. javac's {@code -Xlint:processing} warns of those
 * that nobody claims; but once all annotations of a round are claimed, javac asks no other
 * processor, not even those that want to see every file.
 */
final class Claims {
  private Claims() {}

  /** Whether other annotations than these remain, so that javac asks the others all the same. */
  static boolean leaveOthers(Set<? extends TypeElement> claimed, RoundEnvironment round) {
    return round.getRootElements().stream()
        .flatMap(Claims::annotations)
        .anyMatch(annotation -> !claimed.contains(annotation));
  }

  private static Stream<Element> annotations(Element element) {
    Stream<Element> own =
        element.getAnnotationMirrors().stream()
            .map(annotation -> annotation.getAnnotationType().asElement());
    Stream<? extends Element> inside =
        element instanceof ExecutableElement method
            ? method.getParameters().stream()
            : element.getEnclosedElements().stream();
    return Stream.concat(own, inside.flatMap(Claims::annotations));
  }
}
