package dev.weft.processor.source.interpret;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The labels of a case.
 *
 * @param constants the constants
 * @param isDefault whether it is the default
 * @param hasPattern whether a label is a pattern
 */
record CaseLabels(List<ExpressionTree> constants, boolean isDefault, boolean hasPattern) {

  /**
   * From Java 21 on a case with a pattern has no expressions, like the default, and only the kinds
   * of its labels, which are unknown to the Java that this is compiled for, tell them apart.
   */
  static CaseLabels of(CaseTree tree) {
    List<String> kinds = kindsOfChildren(tree);
    boolean hasPattern =
        kinds.contains("PATTERN_CASE_LABEL") || kinds.contains("DECONSTRUCTION_PATTERN");
    List<ExpressionTree> constants = new ArrayList<>();
    tree.getExpressions().stream().filter(Objects::nonNull).forEach(constants::add);
    boolean isDefault =
        kinds.contains("DEFAULT_CASE_LABEL") || !hasPattern && tree.getExpressions().isEmpty();
    return new CaseLabels(constants, isDefault, hasPattern);
  }

  private static List<String> kindsOfChildren(CaseTree tree) {
    List<String> kinds = new ArrayList<>();
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void scan(Tree child, Void unused) {
            if (child != null) {
              kinds.add(child.getKind().name());
            }
            return null;
          }
        },
        null);
    return kinds;
  }
}
