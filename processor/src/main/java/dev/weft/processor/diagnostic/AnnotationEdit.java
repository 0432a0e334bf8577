package dev.weft.processor.diagnostic;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An edit as it stands in an annotation, where it was thought of as calls. */
final class AnnotationEdit {
  /** {@code .stride(1).padding(1, 2)}, each of which an annotation has as a value. */
  private static final Pattern MODIFIERS = Pattern.compile("(\\.\\w+\\([^()\"]*\\))+");

  private static final Pattern MODIFIER = Pattern.compile("\\.(\\w+)\\(([^)]*)\\)");

  /** What is written in an annotation as it is: another annotation, or a value. */
  private static final Pattern ANNOTATION = Pattern.compile("@.*|\\w+ = .*");

  private static final Map<String, String> WITHOUT_ARGUMENTS =
      Map.of("noBias", "bias = false", "ceilMode", "ceilMode = true");

  private AnnotationEdit() {}

  /** The edit in an annotation; empty if an annotation cannot say it. */
  static Optional<String> of(String edit) {
    if (ANNOTATION.matcher(edit).matches()) {
      return Optional.of(edit);
    }
    return MODIFIERS.matcher(edit).matches()
        ? Optional.of(
            MODIFIER
                .matcher(edit)
                .results()
                .map(AnnotationEdit::value)
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  private static String value(MatchResult modifier) {
    String name = modifier.group(1);
    String arguments = modifier.group(2);
    if (arguments.isEmpty()) {
      return WITHOUT_ARGUMENTS.getOrDefault(name, name + " = true");
    }
    return name + " = " + (arguments.contains(",") ? "{" + arguments + "}" : arguments);
  }
}
