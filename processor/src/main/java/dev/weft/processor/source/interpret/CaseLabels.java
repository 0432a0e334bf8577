package dev.weft.processor.source.interpret;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The labels of a case.
 *
 * @param constants the constants, {@code null} among them
 * @param patterns the patterns
 * @param guard the condition behind {@code when}; or null
 * @param isDefault whether it is the default
 */
record CaseLabels(
    List<ExpressionTree> constants, List<Tree> patterns, ExpressionTree guard, boolean isDefault) {

  /**
   * From Java 21 on a case with a pattern has no expressions, like the default, and only the kinds
   * of its labels, which are unknown to the Java that this is compiled for, tell them apart.
   */
  static CaseLabels of(CaseTree tree) {
    List<ExpressionTree> constants = new ArrayList<>();
    List<Tree> patterns = new ArrayList<>();
    ExpressionTree guard = null;
    boolean isDefault = tree.getExpressions().isEmpty();
    for (Tree part : Patterns.parts(tree)) {
      switch (part.getKind().name()) {
        case "CONSTANT_CASE_LABEL" -> constants.add((ExpressionTree) Patterns.parts(part).get(0));
        case "PATTERN_CASE_LABEL" -> patterns.add(Patterns.parts(part).get(0));
        case "DEFAULT_CASE_LABEL" -> isDefault = true;
        default -> {
          if (part instanceof ExpressionTree expression && !isBody(part, tree)) {
            if (tree.getExpressions().contains(expression)) {
              constants.add(expression);
            } else {
              guard = expression;
            }
          }
        }
      }
    }
    return new CaseLabels(constants, patterns, guard, isDefault && patterns.isEmpty());
  }

  private static boolean isBody(Tree part, CaseTree tree) {
    return part == tree.getBody() || part instanceof StatementTree;
  }
}
