package dev.weft.processor.source;

import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.dsl.problem.Severity;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.diagnostic.Suppressions;
import dev.weft.processor.source.place.Places;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads which warnings a network silences: {@code @SuppressWarnings("weft:inexact-stride")}, or
 * {@code "weft"} for all, on a stage, the network or a type around it.
 */
final class SuppressionReader {
  private static final String ALL = "weft";
  private static final String PREFIX = ALL + ":";
  private static final List<String> WARNINGS =
      Arrays.stream(Code.values())
          .filter(code -> code.severity() == Severity.WARNING)
          .map(Code::id)
          .toList();

  private final Places places;
  private final List<Located> problems;

  /** A reader that adds to {@code problems} what it cannot silence. */
  SuppressionReader(Places places, List<Located> problems) {
    this.places = places;
    this.problems = problems;
  }

  /** What a network silences as a whole, and each of its methods for itself. */
  Suppressions read(TypeElement network, List<ExecutableElement> methods) {
    Map<String, Set<String>> inStage = new HashMap<>();
    for (ExecutableElement method : methods) {
      String name = method.getSimpleName().toString();
      Set<String> codes = codes(method, List.of(new Frame(name, null)));
      inStage.computeIfAbsent(name, stage -> new HashSet<>()).addAll(codes);
    }
    Set<String> everywhere = new HashSet<>();
    Element around = network;
    while (around instanceof TypeElement) {
      everywhere.addAll(codes(around, List.of()));
      around = around.getEnclosingElement();
    }
    return new Suppressions(everywhere, inStage);
  }

  private Set<String> codes(Element element, List<Frame> frames) {
    Set<String> codes = new HashSet<>();
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(SuppressWarnings.class.getName())) {
        AnnotationArguments.find(annotation, "value").stream()
            .flatMap(value -> AnnotationArguments.parts(value).stream())
            .flatMap(part -> code(part, places.of(element, annotation, part), frames).stream())
            .forEach(codes::add);
      }
    }
    return codes;
  }

  /** What a text silences; empty for a text of another tool, and for one that silences nothing. */
  private Optional<String> code(AnnotationValue value, Place place, List<Frame> frames) {
    String text = String.valueOf(value.getValue());
    if (text.equals(ALL)) {
      return Optional.of(Suppressions.ALL);
    }
    if (!text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String code = text.substring(PREFIX.length());
    if (WARNINGS.contains(code)) {
      return Optional.of(code);
    }
    problems.add(Located.of(Code.UNKNOWN_WARNING, place, frames, unknown(code), fix(code)));
    return Optional.empty();
  }

  private static String unknown(String code) {
    boolean isError = Arrays.stream(Code.values()).anyMatch(each -> each.id().equals(code));
    return isError
        ? "`weft:" + code + "` is an error, which cannot be silenced"
        : "there is no warning `weft:" + code + "`";
  }

  private static Fix fix(String code) {
    return Nearest.of(code, WARNINGS)
        .map(nearest -> new Fix("write the nearest name", "\"" + PREFIX + nearest + "\"", null))
        .orElse(new Fix("remove it; there are " + String.join(", ", WARNINGS), null, null));
  }
}
