package dev.weft.processor.emit;

import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.Numeral;
import java.util.ArrayList;
import java.util.List;

/** The statements that make the members of a class, which may be like others but for numbers. */
final class Piece {
  private final List<Statement> statements = new ArrayList<>();
  private final List<Numeral> numerals = new ArrayList<>();

  /**
   * A statement.
   *
   * @param member the member of the class that it is about
   */
  record Statement(String member, CodeBlock code) {}

  void add(String member, CodeBlock code) {
    statements.add(new Statement(member, code));
    code.addNumerals(numerals);
  }

  List<Statement> statements() {
    return statements;
  }

  /** All numerals in them, in order. */
  List<Numeral> numerals() {
    return numerals;
  }

  /** Adds what is equal for pieces that differ in nothing but numbers. */
  void addSkeleton(StringBuilder skeleton) {
    for (Statement statement : statements) {
      statement.code().addSkeleton(skeleton);
    }
  }
}
