package dev.weft.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts what is too long for one method: HotSpot never compiles one of more than 8,000 bytes of
 * bytecode, and a person does not read one of several hundred lines.
 */
final class Parts {
  private static final int MOST_BYTES = 7_000;
  private static final int MOST_STATEMENTS = 120;

  /**
   * What bytecode comes of: names and literals, and the commas between arguments. The numbers are
   * upper bounds: a name is at most a field (4 bytes) or a method of an interface (5), an argument
   * at most an element of an array (4 more).
   */
  private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\w+|,");

  /** Comments, and the packages of types, which a code block alone does not import. */
  private static final Pattern UNCOMPILED =
      Pattern.compile("(?m) //.*$|\\b(dev\\.weft|java)\\.(?:[a-z]\\w*\\.)*");

  private static final int BYTES_OF_A_NAME = 5;
  private static final int BYTES_OF_A_COMMA = 4;

  private Parts() {}

  /** The statements in order, in lists that fit a method each. */
  static List<List<CodeBlock>> of(List<CodeBlock> statements) {
    List<List<CodeBlock>> parts = new ArrayList<>();
    int bytes = 0;
    for (CodeBlock statement : statements) {
      int more = bytes(statement);
      if (parts.isEmpty() || bytes + more > MOST_BYTES || last(parts).size() == MOST_STATEMENTS) {
        parts.add(new ArrayList<>());
        bytes = 0;
      }
      last(parts).add(statement);
      bytes += more;
    }
    return parts;
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }

  private static int bytes(CodeBlock statement) {
    Matcher tokens = TOKEN.matcher(UNCOMPILED.matcher(statement.toString()).replaceAll(""));
    int bytes = 0;
    while (tokens.find()) {
      bytes += tokens.group().equals(",") ? BYTES_OF_A_COMMA : BYTES_OF_A_NAME;
    }
    return bytes;
  }

  /**
   * The statements themselves where they fit one method; else calls of private methods, which are
   * added to a class, and have the statements among them.
   *
   * @param method a method of some name without its statements
   */
  static CodeBlock fitted(
      List<CodeBlock> statements,
      String name,
      String arguments,
      Function<String, MethodSpec.Builder> method,
      TypeSpec.Builder type,
      Identifiers names) {
    List<List<CodeBlock>> parts = of(statements);
    if (parts.size() <= 1) {
      return CodeBlock.join(statements, "");
    }
    List<CodeBlock> calls = new ArrayList<>();
    for (List<CodeBlock> part : parts) {
      String partName = names.allot(name);
      calls.add(CodeBlock.of("$N($L);\n", partName, arguments));
      type.addMethod(method.apply(partName).addCode(CodeBlock.join(part, "")).build());
    }
    return fitted(calls, name, arguments, method, type, names);
  }
}
