package dev.weft.processor.emit.code;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Text under construction: indents lines, and collects imports. */
final class Printer {
  private static final String INDENT = "  ";

  /** Each modifier as source has it, with a space behind. */
  private static final Map<Modifier, String> WORDS = new EnumMap<>(Modifier.class);

  static {
    for (Modifier each : Modifier.values()) {
      WORDS.put(each, each + " ");
    }
  }

  private final StringBuilder out = new StringBuilder();
  private final Imports imports;
  private String prefix = "";
  private boolean isAtLineStart = true;
  private int depth;

  Printer(Imports imports) {
    this.imports = imports;
  }

  Imports imports() {
    return imports;
  }

  void indent(int levels) {
    depth += levels;
    prefix = INDENT.repeat(depth);
  }

  /** Adds text that may have several lines. */
  void text(String text) {
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      if (to > from) {
        if (isAtLineStart) {
          out.append(prefix);
        }
        out.append(text, from, to);
        isAtLineStart = false;
      }
      if (end < 0) {
        return;
      }
      endLine();
      from = end + 1;
    }
  }

  private void endLine() {
    out.append('\n');
    isAtLineStart = true;
  }

  void blankLine() {
    endLine();
  }

  void modifiers(Set<Modifier> modifiers) {
    for (Modifier modifier : modifiers) {
      text(WORDS.get(modifier));
    }
  }

  /** A comment for Javadoc, on one line if it is one line. */
  void javadoc(CodeBlock doc) {
    if (doc.isEmpty()) {
      return;
    }
    Printer inner = new Printer(imports);
    doc.print(inner);
    String text = inner.toString().stripTrailing();
    if (text.indexOf('\n') < 0) {
      text("/** " + text + " */\n");
      return;
    }
    text("/**\n");
    for (String line : text.split("\n", -1)) {
      text(line.isEmpty() ? " *" : " * ");
      text(line);
      text("\n");
    }
    text(" */\n");
  }

  /** Code in braces behind what was printed so far. */
  void block(CodeBlock code) {
    text(" {\n");
    indent(1);
    code.print(this);
    if (!isAtLineStart) {
      endLine();
    }
    indent(-1);
    text("}\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
