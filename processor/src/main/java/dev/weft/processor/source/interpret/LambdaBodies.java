package dev.weft.processor.source.interpret;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** What the bodies of lambdas return. */
final class LambdaBodies {
  private LambdaBodies() {}

  /** The return statements of a body that is a block. */
  static List<ReturnTree> returns(LambdaExpressionTree lambda) {
    List<ReturnTree> returns = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree tree, Void unused) {
        returns.add(tree);
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        return null;
      }
    }.scan(lambda.getBody(), null);
    return returns;
  }

  /** Whether the body fits an interface whose method returns nothing. */
  static boolean mayBeVoid(LambdaExpressionTree lambda) {
    if (lambda.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT) {
      return returns(lambda).stream().allMatch(each -> each.getExpression() == null);
    }
    return switch (lambda.getBody().getKind()) {
      case METHOD_INVOCATION,
          NEW_CLASS,
          ASSIGNMENT,
          PREFIX_INCREMENT,
          PREFIX_DECREMENT,
          POSTFIX_INCREMENT,
          POSTFIX_DECREMENT ->
          true;
      default -> lambda.getBody().getKind().name().endsWith("_ASSIGNMENT");
    };
  }

  /** Whether the body fits an interface whose method returns a value. */
  static boolean mayYieldValue(LambdaExpressionTree lambda) {
    return lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION
        || returns(lambda).stream().anyMatch(each -> each.getExpression() != null)
        || !Reachability.canCompleteNormally(lambda.getBody());
  }
}
