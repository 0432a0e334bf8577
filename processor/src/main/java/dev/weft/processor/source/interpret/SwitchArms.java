package dev.weft.processor.source.interpret;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** The expressions that a switch expression may yield, and the variables in its cases. */
final class SwitchArms extends TreeScanner<Void, Void> {
  private final List<ExpressionTree> values = new ArrayList<>();
  private final List<VariableTree> variables = new ArrayList<>();

  private final List<Tree> patterns = new ArrayList<>();

  private SwitchArms() {}

  /** The variables that are declared inside of a tree. */
  static List<VariableTree> variablesIn(Tree tree) {
    SwitchArms arms = new SwitchArms();
    arms.scan(tree, null);
    return arms.variables;
  }

  static SwitchArms of(SwitchExpressionTree tree) {
    SwitchArms arms = new SwitchArms();
    for (CaseTree each : tree.getCases()) {
      arms.patterns.addAll(CaseLabels.of(each).patterns());
      if (each.getCaseKind() == CaseTree.CaseKind.RULE
          && each.getBody() instanceof ExpressionTree arm) {
        arms.values.add(arm);
      } else if (each.getCaseKind() == CaseTree.CaseKind.RULE) {
        arms.scan(each.getBody(), null);
      } else {
        arms.scan(each.getStatements(), null);
      }
    }
    return arms;
  }

  List<ExpressionTree> values() {
    return values;
  }

  List<VariableTree> variables() {
    return variables;
  }

  List<Tree> patterns() {
    return patterns;
  }

  @Override
  public Void visitYield(YieldTree tree, Void unused) {
    values.add(tree.getValue());
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    variables.add(tree);
    return null;
  }

  /** What an inner switch yields is its own. */
  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return null;
  }
}
