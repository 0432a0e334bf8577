package dev.weft.processor.emit;

import java.util.regex.Pattern;

/**
 * Sets the generated source as a person would: a comment of one line on one line, and no blank
 * lines within a list of private fields.
 */
final class Tidy {
  private static final Pattern ONE_LINE_COMMENT =
      Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]+)\\n *\\*/$");
  private static final String FIELD = "( *private (?:final )?[\\w.]+ \\w+;)";
  private static final Pattern NEIGHBOURING_FIELDS =
      Pattern.compile("(?m)^" + FIELD + "\\n\\n(?=" + FIELD + "$)");

  private Tidy() {}

  static String tidy(String source) {
    String comments = ONE_LINE_COMMENT.matcher(source).replaceAll("$1/** $2 */");
    return NEIGHBOURING_FIELDS.matcher(comments).replaceAll("$1\n");
  }
}
