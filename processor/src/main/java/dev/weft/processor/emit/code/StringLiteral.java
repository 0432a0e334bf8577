package dev.weft.processor.emit.code;

/** Strings in quotes, one line of the source for each of their lines. */
final class StringLiteral {
  private StringLiteral() {}

  static String of(String value) {
    StringBuilder text = new StringBuilder("\"");
    int plain = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isPlain(c)) {
        continue;
      }
      text.append(value, plain, i);
      plain = i + 1;
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        case '\f' -> text.append("\\f");
        case '\b' -> text.append("\\b");
        case '\n' -> text.append(i + 1 < value.length() ? "\\n\"\n    + \"" : "\\n");
        default -> character(c, text);
      }
    }
    return text.append(value, plain, value.length()).append('"').toString();
  }

  /** Whether a character stands for itself without a closer look, as nearly all do. */
  private static boolean isPlain(char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
  }

  private static void character(char c, StringBuilder text) {
    if (Character.isISOControl(c)) {
      text.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
    } else {
      text.append(c);
    }
  }
}
