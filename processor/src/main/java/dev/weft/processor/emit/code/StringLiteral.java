package dev.weft.processor.emit.code;

/** Strings in quotes, one line of the source for each of their lines. */
final class StringLiteral {
  private StringLiteral() {}

  static String of(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
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
    return text.append('"').toString();
  }

  private static void character(char c, StringBuilder text) {
    if (Character.isISOControl(c)) {
      text.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
    } else {
      text.append(c);
    }
  }
}
