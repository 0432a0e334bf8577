package dev.weft.processor.emit;

import dev.weft.processor.emit.code.CodeBlock;

/**
 * How many bytes of bytecode a statement may become. Bytecode comes of names and literals, and of
 * the commas between arguments: a name is at most a field (4 bytes) or a method of an interface
 * (5), an argument at most an element of an array (4 more).
 */
final class Bytecode {
  private static final int BYTES_OF_A_NAME = 5;
  private static final int BYTES_OF_A_COMMA = 4;

  /** Asked for each character of what is written, by code that the JVM has not compiled yet. */
  private static final boolean[] IN_ASCII_NAMES = new boolean[128];

  static {
    for (char c = 0; c < IN_ASCII_NAMES.length; c++) {
      IN_ASCII_NAMES[c] = Character.isJavaIdentifierPart(c);
    }
  }

  private Bytecode() {}

  /** An upper bound. */
  static int atMost(CodeBlock statement) {
    return statement.typeCount() * BYTES_OF_A_NAME + atMost(statement.text().toCharArray());
  }

  private static int atMost(char... statements) {
    int bytes = 0;
    int at = 0;
    while (at < statements.length) {
      char c = statements[at];
      if (isInName(c)) {
        bytes += BYTES_OF_A_NAME;
        at = endOfName(statements, at);
      } else if (c == '"') {
        bytes += BYTES_OF_A_NAME;
        at = endOfString(statements, at);
      } else {
        bytes += c == ',' ? BYTES_OF_A_COMMA : 0;
        at++;
      }
    }
    return bytes;
  }

  private static boolean isInName(char c) {
    return c < IN_ASCII_NAMES.length ? IN_ASCII_NAMES[c] : Character.isJavaIdentifierPart(c);
  }

  private static int endOfName(char[] text, int start) {
    int at = start;
    while (at < text.length && isInName(text[at])) {
      at++;
    }
    return at;
  }

  private static int endOfString(char[] text, int quote) {
    int at = quote + 1;
    while (text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
