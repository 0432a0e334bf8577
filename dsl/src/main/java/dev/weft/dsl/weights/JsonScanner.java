package dev.weft.dsl.weights;

/** The words of a JSON text (RFC 8259), one after the other, as far as a header uses them. */
final class JsonScanner {
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private final String text;
  private int at;

  JsonScanner(String text) {
    this.text = text;
  }

  /** Skips this character, which must come next. */
  void expect(char wanted) throws InvalidHeaderException {
    if (!take(wanted)) {
      throw error("expected '" + wanted + "'");
    }
  }

  /** Skips this character if it comes next. */
  boolean take(char wanted) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** Nothing but space may follow. */
  void end() throws InvalidHeaderException {
    skipSpace();
    if (at < text.length()) {
      throw error("expected nothing more");
    }
  }

  /** A whole number from 0. */
  long number() throws InvalidHeaderException {
    skipSpace();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    String digits = text.substring(start, at);
    boolean hasLeadingZero = digits.length() > 1 && digits.charAt(0) == '0';
    if (digits.isEmpty() || hasLeadingZero) {
      at = start;
      throw error("expected a whole number from 0");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      at = start;
      throw error("the number is too large");
    }
  }

  /** A text in quotes. */
  String string() throws InvalidHeaderException {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return value.toString();
      }
      if (c < ' ') {
        throw error("a control character inside a text");
      }
      value.append(c == '\\' ? escaped() : c);
    }
  }

  private char next() throws InvalidHeaderException {
    if (at == text.length()) {
      throw error("the header ends inside a text");
    }
    return text.charAt(at++);
  }

  private char escaped() throws InvalidHeaderException {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("there is no escape of this kind");
    };
  }

  private char unicode() throws InvalidHeaderException {
    int code = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      char c = next();
      // `Character.digit` alone would take digits of other scripts as well.
      int digit = c < 128 ? Character.digit(c, HEX) : -1;
      if (digit < 0) {
        throw error("expected four hexadecimal digits");
      }
      code = code * HEX + digit;
    }
    return (char) code;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** What is wrong at this place. */
  InvalidHeaderException error(String what) {
    return new InvalidHeaderException("the header is not as it should be: " + what + " at " + at);
  }
}
