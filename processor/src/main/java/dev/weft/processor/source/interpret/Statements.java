package dev.weft.processor.source.interpret;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.weft.processor.source.value.ValueType;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;

/** Runs a statement: one method for each kind, an error for all others. */
final class Statements extends SimpleTreeVisitor<Completion, Activation> {
  private final Machine machine;
  private final Loops loops;

  Statements(Machine machine) {
    this.machine = machine;
    this.loops = new Loops(machine);
  }

  @Override
  protected Completion defaultAction(Tree tree, Activation at) {
    throw machine.mistakes.cannotContain(tree, at);
  }

  @Override
  public Completion visitBlock(BlockTree tree, Activation at) {
    Activation inside = at.nested();
    boolean isComplete = true;
    for (StatementTree statement : tree.getStatements()) {
      try {
        Completion completion = machine.run(statement, inside);
        if (!completion.isNormal()) {
          return completion;
        }
      } catch (Mistake mistake) {
        machine.recovery.pass(mistake, statement, inside);
        isComplete = false;
      }
    }
    if (!isComplete) {
      throw Mistake.consequence();
    }
    return Completion.NORMAL;
  }

  @Override
  public Completion visitVariable(VariableTree tree, Activation at) {
    ExpressionTree initializer = tree.getInitializer();
    ValueType type = machine.declaredType(tree, at);
    String name = tree.getName().toString();
    if (initializer == null) {
      at.scope().declare(name, type);
      return Completion.NORMAL;
    }
    Object value = machine.fields.initialValue(tree, type, at);
    boolean isConstant =
        tree.getModifiers().getFlags().contains(Modifier.FINAL)
            && (type.isPrimitive() || value instanceof String)
            && machine.constants.isConstant(initializer, at);
    at.scope().declare(name, type, isConstant).assign(value, tree);
    return Completion.NORMAL;
  }

  @Override
  public Completion visitExpressionStatement(ExpressionStatementTree tree, Activation at) {
    machine.eval(tree.getExpression(), at);
    machine.layering.refuseUnused(tree.getExpression(), at);
    return Completion.NORMAL;
  }

  @Override
  public Completion visitEmptyStatement(EmptyStatementTree tree, Activation at) {
    return Completion.NORMAL;
  }

  @Override
  public Completion visitIf(IfTree tree, Activation at) {
    ExpressionTree condition = tree.getCondition();
    Activation inside = machine.conditions.scopeOf(condition, at);
    boolean decision = machine.conditions.test(condition, inside);
    StatementTree taken = decision ? tree.getThenStatement() : tree.getElseStatement();
    StatementTree skipped = decision ? tree.getElseStatement() : tree.getThenStatement();
    Completion completion = taken == null ? Completion.NORMAL : machine.run(taken, inside.nested());
    if (inside != at
        && completion.isNormal()
        && skipped != null
        && !Reachability.canCompleteNormally(skipped)) {
      machine.conditions.introduceAfter(condition, decision, inside, at);
    }
    return completion;
  }

  @Override
  public Completion visitForLoop(ForLoopTree tree, Activation at) {
    return loops.run(tree, null, at);
  }

  @Override
  public Completion visitEnhancedForLoop(EnhancedForLoopTree tree, Activation at) {
    return loops.run(tree, null, at);
  }

  @Override
  public Completion visitWhileLoop(WhileLoopTree tree, Activation at) {
    return loops.run(tree, null, at);
  }

  @Override
  public Completion visitDoWhileLoop(DoWhileLoopTree tree, Activation at) {
    return loops.run(tree, null, at);
  }

  @Override
  public Completion visitLabeledStatement(LabeledStatementTree tree, Activation at) {
    String label = tree.getLabel().toString();
    StatementTree statement = tree.getStatement();
    Completion completion =
        Loops.isLoop(statement) ? loops.run(statement, label, at) : machine.run(statement, at);
    return completion.kind() == Completion.Kind.BREAK && label.equals(completion.label())
        ? Completion.NORMAL
        : completion;
  }

  @Override
  public Completion visitBreak(BreakTree tree, Activation at) {
    return Completion.breaking(text(tree.getLabel()));
  }

  @Override
  public Completion visitContinue(ContinueTree tree, Activation at) {
    return Completion.continuing(text(tree.getLabel()));
  }

  private static String text(Name label) {
    return label == null ? null : label.toString();
  }

  @Override
  public Completion visitReturn(ReturnTree tree, Activation at) {
    ExpressionTree expression = tree.getExpression();
    Object value = expression == null ? null : machine.evalForTarget(expression, at);
    return Completion.returning(value, expression);
  }

  @Override
  public Completion visitYield(YieldTree tree, Activation at) {
    return Completion.yielding(machine.evalForTarget(tree.getValue(), at));
  }

  @Override
  public Completion visitSwitch(SwitchTree tree, Activation at) {
    return machine.switches.statement(tree, at);
  }

  /** An exception that the author throws is an error with the author's text. */
  @Override
  public Completion visitThrow(ThrowTree tree, Activation at) {
    if (!(tree.getExpression() instanceof NewClassTree thrown)) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "a declaration cannot throw an exception that it does not create",
          "write: throw new IllegalArgumentException(\"what is wrong\")");
    }
    String text = thrown.getIdentifier().toString();
    if (!thrown.getArguments().isEmpty()) {
      Object message = machine.eval(thrown.getArguments().get(0), at);
      text += ": " + machine.conversions.text(message, tree, at);
    }
    throw machine.mistakes.exception(tree, at, text);
  }
}
