package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.weft.processor.source.value.JavaArray;
import java.util.List;

/** The value of an expression: one method for each kind, an error for all others. */
final class Expressions extends SimpleTreeVisitor<Object, Activation> {
  private final Machine machine;
  private final Operations operations;
  private final Assignments assignments;

  Expressions(Machine machine) {
    this.machine = machine;
    this.operations = new Operations(machine);
    this.assignments = new Assignments(machine, operations);
  }

  @Override
  protected Object defaultAction(Tree tree, Activation at) {
    throw machine.mistakes.cannotContain(tree, at);
  }

  @Override
  public Object visitLiteral(LiteralTree tree, Activation at) {
    return tree.getValue();
  }

  @Override
  public Object visitParenthesized(ParenthesizedTree tree, Activation at) {
    return machine.eval(tree.getExpression(), at);
  }

  @Override
  public Object visitIdentifier(IdentifierTree tree, Activation at) {
    String name = tree.getName().toString();
    if (name.equals("this") && at.self() != null) {
      return at.self();
    }
    Scope.Variable variable = at.scope().find(name);
    if (variable != null) {
      if (variable.isLost()) {
        throw Mistake.consequence();
      }
      if (!variable.isAssigned()) {
        throw machine.mistakes.exception(tree, at, "`" + name + "` has no value yet");
      }
      return variable.value();
    }
    return machine.fields.named(name, tree, at);
  }

  @Override
  public Object visitMemberSelect(MemberSelectTree tree, Activation at) {
    return machine.fields.selected(tree, at);
  }

  @Override
  public Object visitUnary(UnaryTree tree, Activation at) {
    return switch (tree.getKind()) {
      case LOGICAL_COMPLEMENT -> machine.conditions.holds(tree, at);
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assignments.increment(tree, at);
      default -> operations.unary(tree, at);
    };
  }

  @Override
  public Object visitBinary(BinaryTree tree, Activation at) {
    return operations.binary(tree, at);
  }

  @Override
  public Object visitAssignment(AssignmentTree tree, Activation at) {
    return assignments.assign(tree, at);
  }

  @Override
  public Object visitCompoundAssignment(CompoundAssignmentTree tree, Activation at) {
    return assignments.compound(tree, at);
  }

  @Override
  public Object visitConditionalExpression(ConditionalExpressionTree tree, Activation at) {
    Activation inside = machine.conditions.scopeOf(tree.getCondition(), at);
    boolean decision = machine.conditions.test(tree.getCondition(), inside);
    ExpressionTree taken = decision ? tree.getTrueExpression() : tree.getFalseExpression();
    Object value = machine.eval(taken, inside);
    List<ExpressionTree> arms = List.of(tree.getTrueExpression(), tree.getFalseExpression());
    Activation types = machine.conditions.typesBehind(tree.getCondition(), at);
    return machine.alternatives.unify(value, arms, true, tree, types);
  }

  @Override
  public Object visitInstanceOf(InstanceOfTree tree, Activation at) {
    return machine.conditions.holds(tree, at);
  }

  @Override
  public Object visitTypeCast(TypeCastTree tree, Activation at) {
    return machine.conversions.cast(tree, machine.evalForTarget(tree.getExpression(), at), at);
  }

  @Override
  public Object visitArrayAccess(ArrayAccessTree tree, Activation at) {
    JavaArray array = machine.arrays.array(tree.getExpression(), at);
    return array.get(machine.arrays.index(array, tree, at));
  }

  @Override
  public Object visitNewArray(NewArrayTree tree, Activation at) {
    return machine.arrays.create(tree, at);
  }

  @Override
  public Object visitNewClass(NewClassTree tree, Activation at) {
    return machine.instances.create(tree, at);
  }

  @Override
  public Object visitMethodInvocation(MethodInvocationTree tree, Activation at) {
    return machine.calls.call(tree, at);
  }

  @Override
  public Object visitLambdaExpression(LambdaExpressionTree tree, Activation at) {
    return machine.closures.lambda(tree, at);
  }

  @Override
  public Object visitMemberReference(MemberReferenceTree tree, Activation at) {
    return machine.closures.reference(tree, at);
  }

  @Override
  public Object visitSwitchExpression(SwitchExpressionTree tree, Activation at) {
    return machine.switches.expression(tree, at);
  }
}
