package dev.weft.processor.source.interpret;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.Operators;
import dev.weft.processor.source.value.Prim;
import java.util.Arrays;

/** Unary and binary operators. */
final class Operations {
  private final Machine machine;

  Operations(Machine machine) {
    this.machine = machine;
  }

  Object unary(UnaryTree tree, Activation at) {
    Object operand = machine.eval(tree.getExpression(), at);
    Object result = Operators.unary(tree.getKind(), operand);
    if (result == null) {
      throw unfit(tree, at, operand);
    }
    return result;
  }

  Object binary(BinaryTree tree, Activation at) {
    Tree.Kind operator = tree.getKind();
    if (operator == Tree.Kind.CONDITIONAL_AND || operator == Tree.Kind.CONDITIONAL_OR) {
      return machine.conditions.holds(tree, at);
    }
    Object left = machine.eval(tree.getLeftOperand(), at);
    Object right = machine.eval(tree.getRightOperand(), at);
    if (operator == Tree.Kind.EQUAL_TO || operator == Tree.Kind.NOT_EQUAL_TO) {
      return equality(tree, left, right, at) == (operator == Tree.Kind.EQUAL_TO);
    }
    boolean isText =
        operator == Tree.Kind.PLUS
            && (left == null || right == null)
            && (machine.staticTypes.isString(tree.getLeftOperand(), at)
                || machine.staticTypes.isString(tree.getRightOperand(), at));
    return isText ? joined(left, right, tree, at) : apply(operator, left, right, tree, at);
  }

  /** The concatenation of two values as text. */
  String joined(Object left, Object right, Tree tree, Activation at) {
    String text = machine.conversions.text(left, tree, at);
    return machine.budget.string(text + machine.conversions.text(right, tree, at), tree, at);
  }

  /** The result of an operator other than {@code &&}, {@code ||}, {@code ==} and {@code !=}. */
  Object apply(Tree.Kind operator, Object left, Object right, Tree tree, Activation at) {
    if (operator == Tree.Kind.PLUS && (left instanceof String || right instanceof String)) {
      return joined(left, right, tree, at);
    }
    try {
      Object result = Operators.binary(operator, left, right);
      if (result == null) {
        throw unfit(tree, at, left, right);
      }
      return result;
    } catch (ArithmeticException division) {
      throw machine.mistakes.exception(tree, at, Describe.value(left) + " is divided by zero");
    }
  }

  private boolean equality(BinaryTree tree, Object left, Object right, Activation at) {
    if (left instanceof String && right instanceof String) {
      throw machine.mistakes.notInterpretable(
          tree, at, "`==` compares the identity of two strings", "use equals(...)");
    }
    if (Prim.of(left) != null && Prim.of(right) != null) {
      if (!machine.staticTypes.isPrimitive(tree.getLeftOperand(), at)
          && !machine.staticTypes.isPrimitive(tree.getRightOperand(), at)) {
        throw machine.mistakes.notInterpretable(
            tree, at, "`==` may compare the identity of two boxed numbers", "use equals(...)");
      }
      return Boolean.TRUE.equals(Operators.binary(Tree.Kind.EQUAL_TO, left, right));
    }
    return left == right;
  }

  private Mistake unfit(Tree tree, Activation at, Object... operands) {
    if (Arrays.asList(operands).contains(null)) {
      return machine.mistakes.exception(tree, at, "NullPointerException: an operand is null");
    }
    StringBuilder values = new StringBuilder();
    for (Object operand : operands) {
      values.append(values.isEmpty() ? "" : " and ").append(Describe.value(operand));
    }
    return machine.mistakes.exception(tree, at, "this operator cannot be applied to " + values);
  }
}
