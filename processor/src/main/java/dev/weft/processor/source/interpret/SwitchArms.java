package dev.weft.processor.source.interpret;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** The expressions that a switch expression may yield. */
final class SwitchArms extends TreeScanner<Void, List<ExpressionTree>> {
  private SwitchArms() {}

  static List<ExpressionTree> of(SwitchExpressionTree tree) {
    List<ExpressionTree> arms = new ArrayList<>();
    for (CaseTree each : tree.getCases()) {
      if (each.getCaseKind() == CaseTree.CaseKind.RULE
          && each.getBody() instanceof ExpressionTree arm) {
        arms.add(arm);
      } else if (each.getCaseKind() == CaseTree.CaseKind.RULE) {
        new SwitchArms().scan(each.getBody(), arms);
      } else {
        new SwitchArms().scan(each.getStatements(), arms);
      }
    }
    return arms;
  }

  @Override
  public Void visitYield(YieldTree tree, List<ExpressionTree> arms) {
    arms.add(tree.getValue());
    return null;
  }

  /** What an inner switch yields is its own. */
  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, List<ExpressionTree> arms) {
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, List<ExpressionTree> arms) {
    return null;
  }
}
