package dev.weft.processor.diagnostic;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An edit as it stands in an annotation, where it was thought of as calls. */
final class AnnotationEdit {
  /** {@code .stride(1).padding(1, 2)}, each of which an annotation has as a value. */
  private static final Pattern MODIFIERS = Pattern.compile("(\\.\\w+\\([^()\"]*\\))+");

  private static final Pattern MODIFIER = Pattern.compile("\\.(\\w+)\\(([^)]*)\\)");

  /** What is written in an annotation as it is: another annotation, a value, or a text. */
  private static final Pattern ANNOTATION = Pattern.compile("@.*|\\w+ = .*|\".*\"");

  /** {@code maxPool(2)}: a layer anew. */
  private static final Pattern FACTORY = Pattern.compile("(\\w+)\\(([^()\"]*)\\)");

  private static final Map<String, String> WITHOUT_ARGUMENTS =
      Map.of("noBias", "bias = false", "ceilMode", "ceilMode = true");

  private AnnotationEdit() {}

  /** The edit in an annotation; empty if an annotation cannot say it. */
  static Optional<String> of(String edit) {
    if (ANNOTATION.matcher(edit).matches()) {
      return Optional.of(edit);
    }
    Matcher factory = FACTORY.matcher(edit);
    if (factory.matches()) {
      return Optional.of(layer(factory.group(1), factory.group(2)));
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

  /** The one value in which the layer differs, or the annotation as a whole. */
  private static String layer(String factory, String arguments) {
    return switch (factory) {
      case "conv", "separableConv" ->
          "kernel = " + listed(arguments.substring(arguments.indexOf(", ") + 2));
      case "depthwiseConv", "maxPool", "avgPool" -> "kernel = " + listed(arguments);
      case "batchNorm" -> arguments.isEmpty() ? "@BatchNorm" : "channels = " + arguments;
      case "expect" -> "@ExpectShape(" + listed(arguments) + ")";
      default ->
          "@"
              + Character.toUpperCase(factory.charAt(0))
              + factory.substring(1)
              + (arguments.isEmpty() ? "" : "(" + listed(arguments) + ")");
    };
  }

  private static String listed(String arguments) {
    return arguments.contains(",") ? "{" + arguments + "}" : arguments;
  }

  private static String value(MatchResult modifier) {
    String name = modifier.group(1);
    String arguments = modifier.group(2);
    if (arguments.isEmpty()) {
      return WITHOUT_ARGUMENTS.getOrDefault(name, name + " = true");
    }
    return (name.equals("features") ? "value" : name) + " = " + listed(arguments);
  }
}
