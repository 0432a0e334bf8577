package dev.weft.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edit that a message proposes, pasted where the message points, as a reader would paste it.
 *
 * <ul>
 *   <li>{@code .noBias()}: behind the call and its modifiers
 *   <li>{@code bias = false}: into the annotation
 *   <li>{@code @Output({10})}: over the annotation of that name, or else over the one at fault
 *   <li>{@code maxPool(2)}: over the call of that name
 *   <li>{@code conv3x3(8) (Net.java:9)}: over the call of that name in that line, if there is one
 *   <li>{@code sequential(...)}: over the call with its modifiers, which is another one
 *   <li>{@code "weft:..."} and {@code 16}: over the text
 *   <li>{@code default Layer flat() ...} and {@code @Relu Layer flat();}: as the network's last
 *       member
 * </ul>
 */
final class Edit {
  private static final Pattern FIX = Pattern.compile("(?m)^\\s*(?:fix|or): (.*?)(?: {6}.*)?$");
  private static final Pattern CODE =
      Pattern.compile(": ((?:[-.@\"0-9]|\\w+\\(|(?:\\w+ = )|default ).*)$");
  private static final Pattern VALUE = Pattern.compile("(\\w+) = (\\{[^}]*\\}|[^,]+)");

  private static final Pattern ELSEWHERE = Pattern.compile("(.*) \\(\\w+\\.java:(\\d+)\\)");

  private final String text;
  private final int caret;

  private Edit(String text, int caret) {
    this.text = text;
    this.caret = caret;
  }

  /** What a message proposes to write. */
  static List<String> proposed(String message) {
    List<String> edits = new ArrayList<>();
    Matcher fix = FIX.matcher(message);
    while (fix.find()) {
      Matcher code = CODE.matcher(fix.group(1));
      if (code.find()) {
        edits.add(code.group(1));
      }
    }
    return edits;
  }

  /** A source with an edit pasted at a caret; empty for what is no edit of the source. */
  static Optional<String> paste(String text, int caret, String edit) {
    Matcher elsewhere = ELSEWHERE.matcher(edit);
    if (elsewhere.matches()) {
      int line = Integer.parseInt(elsewhere.group(2));
      return onLine(text, line, elsewhere.group(1));
    }
    Edit at = new Edit(text, caret);
    if (edit.startsWith(".")) {
      return Optional.of(at.inserted(at.chainEnd(), edit));
    }
    if (edit.contains("(...)")) {
      return Optional.of(at.inserted(at.chainEnd(), edit.substring(edit.indexOf("(...)") + 5)));
    }
    if (edit.startsWith("default ") || edit.endsWith(";")) {
      return Optional.of(at.inserted(text.lastIndexOf('}'), edit + "\n"));
    }
    if (edit.startsWith("@")) {
      return at.overAnnotation(edit);
    }
    if (edit.startsWith("\"") || edit.matches("[-0-9].*")) {
      return Optional.of(at.replaced(caret, text.indexOf('"', caret + 1) + 1, edit));
    }
    if (edit.matches("\\w+ = .*")) {
      return Optional.of(at.withValues(edit));
    }
    boolean isSameCall = text.startsWith(edit.substring(0, edit.indexOf('(') + 1), caret);
    int end = isSameCall ? at.closing(text.indexOf('(', caret)) + 1 : at.chainEnd();
    return Optional.of(at.replaced(caret, end, edit));
  }

  private static Optional<String> onLine(String text, int line, String edit) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    String name = edit.substring(0, Math.max(0, edit.indexOf('(')));
    int call = text.indexOf(name + "(", start);
    boolean isOnly = call >= 0 && text.indexOf(name + "(", call + 1) < 0;
    return name.matches("\\w+") && isOnly ? paste(text, call, edit) : Optional.empty();
  }

  private String inserted(int at, String more) {
    return text.substring(0, at) + more + text.substring(at);
  }

  private String replaced(int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }

  private Optional<String> overAnnotation(String edit) {
    Matcher name = Pattern.compile("@\\w+").matcher(edit);
    if (!name.find()) {
      throw new AssertionError("no annotation: " + edit);
    }
    int start = text.charAt(caret) == '@' ? caret : text.lastIndexOf('@', caret);
    if (start < 0 || !text.startsWith(name.group(), start)) {
      int other = text.indexOf(name.group());
      start = other < 0 ? start : other;
    }
    Matcher old = Pattern.compile("@\\w+\\s*(\\()?").matcher(text);
    if (start < 0 || !old.find(start)) {
      return Optional.empty();
    }
    int end = old.group(1) == null ? old.end() : closing(old.end() - 1) + 1;
    return Optional.of(replaced(start, end, edit + " "));
  }

  /** The end of the call at the caret and of all that is called on it. */
  private int chainEnd() {
    int end = closing(text.indexOf('(', caret)) + 1;
    Matcher next = Pattern.compile("\\s*\\.\\w+\\(").matcher(text);
    while (next.find(end) && next.start() == end) {
      end = closing(next.end() - 1) + 1;
    }
    return end;
  }

  /** The parenthesis that closes one; texts with parentheses do not occur. */
  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new AssertionError("unbalanced from " + open + ": " + text);
  }

  private String withValues(String edit) {
    int start = text.charAt(caret) == '@' ? caret : text.lastIndexOf('@', caret);
    Matcher head = Pattern.compile("@\\w+\\s*(\\()?").matcher(text);
    if (!head.find(start)) {
      throw new AssertionError("no annotation at " + caret + ": " + text);
    }
    boolean hasValues = head.group(1) != null;
    int end = hasValues ? closing(head.end() - 1) : head.end();
    String values = hasValues ? text.substring(head.end(), end) : "";
    if (!values.isBlank() && !values.contains("=")) {
      values = "value = " + values;
    }
    Matcher value = VALUE.matcher(edit);
    while (value.find()) {
      values = withValue(values, value.group(1), value.group());
    }
    String name = text.substring(start, hasValues ? head.end() - 1 : head.end());
    return replaced(start, hasValues ? end + 1 : end, name + "(" + values + ")");
  }

  private static String withValue(String values, String name, String assignment) {
    Matcher old = Pattern.compile("\\b" + name + "\\s*=\\s*(\\{[^}]*\\}|[^,]+)").matcher(values);
    if (old.find()) {
      return values.substring(0, old.start()) + assignment + values.substring(old.end());
    }
    return values.isBlank() ? assignment : values + ", " + assignment;
  }
}
