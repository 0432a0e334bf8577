package dev.weft.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem.Fix;
import dev.weft.dsl.problem.Severity;
import dev.weft.processor.diagnostic.Frame;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.diagnostic.Suppressions;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.tree.SourceTrees;
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
 * {@code "weft"} for all, on a stage, a helper, the network or a type around it.
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
  private final SourceTrees trees;
  private final Map<ExecutableElement, Set<String>> methods = new HashMap<>();

  /** A reader that adds to {@code problems} what it cannot silence. */
  SuppressionReader(SourceTrees trees, Places places, List<Located> problems) {
    this.trees = trees;
    this.places = places;
    this.problems = problems;
  }

  /** What a network silences as a whole; looks at each of its methods, too. */
  Suppressions read(TypeElement network, List<ExecutableElement> methods) {
    methods.forEach(this::ofMethod);
    return new Suppressions(ofTypes(network));
  }

  private Set<String> ofTypes(Element innermost) {
    Set<String> codes = new HashSet<>();
    for (Element around = innermost;
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      codes.addAll(codes(around, Optional.empty()));
    }
    return codes;
  }

  /** What a stage or helper silences, or a type around it, in all that it calls. */
  Set<String> ofMethod(ExecutableElement method) {
    Set<String> codes = methods.get(method);
    if (codes == null) {
      codes = new HashSet<>(codes(method, Optional.of(method.getSimpleName().toString())));
      codes.addAll(ofTypes(method.getEnclosingElement()));
      methods.put(method, codes);
    }
    return codes;
  }

  /** Class files do not have this annotation; the source that was found for one does. */
  private Set<String> codes(Element element, Optional<String> method) {
    Set<String> codes = new HashSet<>();
    if (!trees.isCompiled(element)) {
      for (AnnotationTree tree : trees.annotations(element)) {
        if (tree.getAnnotationType().toString().equals(SuppressWarnings.class.getSimpleName())) {
          new Texts(codes).scan(tree.getArguments(), null);
        }
      }
      return codes;
    }
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(SuppressWarnings.class.getName())) {
        List<AnnotationValue> parts =
            AnnotationArguments.find(annotation, "value")
                .map(AnnotationArguments::parts)
                .orElse(List.of());
        parts.forEach(part -> code(text(part)).ifPresent(codes::add));
        List<Frame> frames = method.map(name -> new Frame(name, null, codes)).stream().toList();
        parts.forEach(part -> refuse(part, places.of(element, annotation, part), frames));
      }
    }
    return codes;
  }

  private static String text(AnnotationValue value) {
    return String.valueOf(value.getValue());
  }

  /** Collects what the texts in a tree silence; what is wrong with them was reported elsewhere. */
  private static final class Texts extends TreeScanner<Void, Void> {
    private final Set<String> codes;

    private Texts(Set<String> codes) {
      this.codes = codes;
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void unused) {
      code(String.valueOf(tree.getValue())).ifPresent(codes::add);
      return null;
    }
  }

  /** What a text silences; empty for a text of another tool, and for one that silences nothing. */
  private static Optional<String> code(String text) {
    if (text.equals(ALL)) {
      return Optional.of(Suppressions.ALL);
    }
    return Optional.of(text)
        .filter(each -> each.startsWith(PREFIX))
        .map(each -> each.substring(PREFIX.length()))
        .filter(WARNINGS::contains);
  }

  /** Notes a text of Weft's that silences nothing. */
  private void refuse(AnnotationValue value, Place place, List<Frame> frames) {
    String text = text(value);
    if (text.startsWith(PREFIX) && code(text).isEmpty()) {
      String code = text.substring(PREFIX.length());
      problems.add(Located.of(Code.UNKNOWN_WARNING, place, frames, unknown(code), fix(code)));
    }
  }

  private static String unknown(String code) {
    boolean isError = Arrays.stream(Code.values()).anyMatch(each -> each.id().equals(code));
    return isError
        ? "`weft:" + code + "` is an error, which cannot be silenced"
        : "there is no warning `weft:" + code + "`";
  }

  private static Fix fix(String code) {
    return Nearest.of(code, WARNINGS)
        .map(nearest -> Fix.nearestName("\"" + PREFIX + nearest + "\""))
        .orElse(Fix.of("remove it; " + Nearest.all(WARNINGS)));
  }
}
