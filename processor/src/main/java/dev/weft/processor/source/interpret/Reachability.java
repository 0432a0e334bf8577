package dev.weft.processor.source.interpret;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;

/** Whether the code after a statement can be reached through it. */
final class Reachability {
  private Reachability() {}

  /** Loops and switches count as if they could end, which Java knows better for endless ones. */
  static boolean canCompleteNormally(Tree statement) {
    if (statement instanceof BlockTree block) {
      return block.getStatements().stream().allMatch(Reachability::canCompleteNormally);
    }
    if (statement instanceof IfTree branches) {
      StatementTree otherwise = branches.getElseStatement();
      return canCompleteNormally(branches.getThenStatement())
          || otherwise == null
          || canCompleteNormally(otherwise);
    }
    return !(statement instanceof ReturnTree
        || statement instanceof ThrowTree
        || statement instanceof BreakTree
        || statement instanceof ContinueTree
        || statement instanceof YieldTree);
  }
}
