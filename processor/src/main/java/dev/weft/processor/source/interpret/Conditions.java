package dev.weft.processor.source.interpret;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.ValueType;

/** Conditions, and the variables that patterns in them bind. */
final class Conditions {
  private final Machine machine;
  private final Bindings bindings = new Bindings();

  Conditions(Machine machine) {
    this.machine = machine;
  }

  /** The scope for a condition's variables: one of its own if there are any. */
  Activation scopeOf(ExpressionTree tree, Activation at) {
    return tree == null || bindings.in(tree).isEmpty() ? at : at.nested();
  }

  /** The scope in which the arms behind a condition have their types, whatever its outcome. */
  Activation typesBehind(ExpressionTree tree, Activation at) {
    if (bindings.in(tree).isEmpty()) {
      return at;
    }
    Activation inside = at.nested();
    Bindings.patterns(tree)
        .forEach(pattern -> machine.patterns.declare(pattern, ValueType.ANY, inside));
    return inside;
  }

  /** Whether a condition holds; what it binds is not seen outside of it. */
  boolean holds(ExpressionTree tree, Activation at) {
    return test(tree, scopeOf(tree, at));
  }

  /** Whether a condition holds; leaves in the scope what its outcome introduces. */
  boolean test(ExpressionTree tree, Activation into) {
    boolean outcome = outcome(tree, into);
    for (String name : bindings.in(tree)) {
      if (!bindings.introduced(tree, outcome).contains(name)) {
        into.scope().forget(name);
      }
    }
    return outcome;
  }

  private boolean outcome(ExpressionTree tree, Activation into) {
    if (tree instanceof ParenthesizedTree inner) {
      return test(inner.getExpression(), into);
    }
    if (tree instanceof InstanceOfTree type) {
      machine.budget.step(tree, into);
      return machine.patterns.isInstance(type, into);
    }
    if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return !test(((UnaryTree) tree).getExpression(), into);
    }
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
      return test(((BinaryTree) tree).getLeftOperand(), into)
          && test(((BinaryTree) tree).getRightOperand(), into);
    }
    if (tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return test(((BinaryTree) tree).getLeftOperand(), into)
          || test(((BinaryTree) tree).getRightOperand(), into);
    }
    Object value = machine.eval(tree, into);
    if (value instanceof Boolean decision) {
      return decision;
    }
    throw value == null
        ? machine.mistakes.nullUnboxed(tree, into, "boolean")
        : machine.mistakes.exception(
            tree, into, Describe.value(value) + " stands where a condition is needed");
  }

  /** Keeps after an {@code if} without else what its condition introduced by not holding. */
  void introduceAfter(ExpressionTree condition, boolean outcome, Activation from, Activation into) {
    for (String name : bindings.introduced(condition, outcome)) {
      into.scope().adopt(name, from.scope());
    }
  }
}
