package dev.weft.processor.source.place;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The offset at which a message about a tree points: the name of a member or a declaration, a
 * binary operator, else the tree's first character. The compiler's API tells only where trees start
 * and end.
 */
final class Spot {
  private final SourcePositions positions;
  private final CompilationUnitTree unit;

  Spot(SourcePositions positions, CompilationUnitTree unit) {
    this.positions = positions;
    this.unit = unit;
  }

  long of(Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    if (tree instanceof MemberSelectTree select) {
      long end = positions.getEndPosition(unit, tree);
      return end < 0 ? start : end - select.getIdentifier().length();
    }
    if (tree instanceof BinaryTree binary) {
      return firstAfter(binary.getLeftOperand(), "[^\\s)]", start);
    }
    if (tree instanceof MethodTree method) {
      return nameAfter(method.getModifiers(), method.getName(), start);
    }
    if (tree instanceof ClassTree type) {
      return nameAfter(type.getModifiers(), type.getSimpleName(), start);
    }
    if (tree instanceof VariableTree variable) {
      return nameAfter(variable.getModifiers(), variable.getName(), start);
    }
    if (tree instanceof AssignmentTree assignment) {
      return firstAfter(assignment.getVariable(), "=", start);
    }
    return start;
  }

  private long nameAfter(Tree modifiers, CharSequence name, long start) {
    String word = "\\b" + Pattern.quote(name.toString()) + "\\b";
    return positions.getEndPosition(unit, modifiers) < 0
        ? firstFrom(start, word, start)
        : firstAfter(modifiers, word, start);
  }

  private long firstAfter(Tree before, String pattern, long otherwise) {
    return firstFrom(positions.getEndPosition(unit, before), pattern, otherwise);
  }

  private long firstFrom(long from, String pattern, long otherwise) {
    try {
      CharSequence text = unit.getSourceFile().getCharContent(true);
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      return from >= 0 && matcher.find((int) from) ? matcher.start() : otherwise;
    } catch (IOException unreadable) {
      return otherwise;
    }
  }
}
