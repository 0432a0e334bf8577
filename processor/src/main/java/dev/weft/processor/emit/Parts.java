package dev.weft.processor.emit;

import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.MethodSpec;
import dev.weft.processor.emit.code.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cuts what is too long for one method: HotSpot never compiles one of more than 8,000 bytes of
 * bytecode, and a person does not read one of several hundred lines.
 */
final class Parts {
  private static final int MOST_BYTES = 7_000;
  private static final int MOST_STATEMENTS = 120;

  private Parts() {}

  /** The statements in order, in lists that fit a method each. */
  static List<List<CodeBlock>> of(List<CodeBlock> statements) {
    List<List<CodeBlock>> parts = new ArrayList<>();
    int bytes = 0;
    for (CodeBlock statement : statements) {
      int more = Bytecode.atMost(statement);
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
