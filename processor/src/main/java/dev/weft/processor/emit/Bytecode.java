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

  private Bytecode() {}

  /** An upper bound. */
  static int atMost(CodeBlock statement) {
    int bytesOfTypes = (int) statement.types().count() * BYTES_OF_A_NAME;
    return bytesOfTypes + statement.texts().mapToInt(Bytecode::atMost).sum();
  }

  private static int atMost(String statements) {
    int bytes = 0;
    int at = 0;
    while (at < statements.length()) {
      char c = statements.charAt(at);
      if (c == '"' || Character.isJavaIdentifierPart(c)) {
        bytes += BYTES_OF_A_NAME;
        at = c == '"' ? endOfString(statements, at) : endOfName(statements, at);
      } else if (statements.startsWith(" //", at)) {
        at = endOfLine(statements, at);
      } else {
        bytes += c == ',' ? BYTES_OF_A_COMMA : 0;
        at++;
      }
    }
    return bytes;
  }

  private static int endOfString(String text, int quote) {
    int at = quote + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static int endOfName(String text, int start) {
    int at = start;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int endOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
