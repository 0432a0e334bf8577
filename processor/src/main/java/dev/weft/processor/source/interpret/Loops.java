package dev.weft.processor.source.interpret;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.ValueType;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The four kinds of loops. */
final class Loops {
  private final Machine machine;

  Loops(Machine machine) {
    this.machine = machine;
  }

  static boolean isLoop(StatementTree tree) {
    return tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree;
  }

  Completion run(StatementTree tree, String label, Activation at) {
    return machine.budget.loop(
        tree,
        at,
        () -> {
          if (tree instanceof ForLoopTree loop) {
            return forLoop(loop, label, at.nested());
          }
          if (tree instanceof EnhancedForLoopTree loop) {
            return forEach(loop, label, at);
          }
          return tree instanceof WhileLoopTree loop
              ? whileLoop(loop, label, at)
              : doWhileLoop((DoWhileLoopTree) tree, label, at);
        });
  }

  private Completion forLoop(ForLoopTree tree, String label, Activation at) {
    tree.getInitializer().forEach(statement -> machine.run(statement, at));
    while (true) {
      Activation inside = machine.conditions.scopeOf(tree.getCondition(), at);
      if (tree.getCondition() != null && !machine.conditions.test(tree.getCondition(), inside)) {
        return Completion.NORMAL;
      }
      Optional<Completion> ended = body(tree.getStatement(), label, inside);
      if (ended.isPresent()) {
        return ended.get();
      }
      tree.getUpdate().forEach(statement -> machine.run(statement, inside));
    }
  }

  private Completion whileLoop(WhileLoopTree tree, String label, Activation at) {
    while (true) {
      Activation inside = machine.conditions.scopeOf(tree.getCondition(), at);
      if (!machine.conditions.test(tree.getCondition(), inside)) {
        return Completion.NORMAL;
      }
      Optional<Completion> ended = body(tree.getStatement(), label, inside);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
  }

  private Completion doWhileLoop(DoWhileLoopTree tree, String label, Activation at) {
    do {
      Optional<Completion> ended = body(tree.getStatement(), label, at);
      if (ended.isPresent()) {
        return ended.get();
      }
    } while (machine.conditions.holds(tree.getCondition(), at));
    return Completion.NORMAL;
  }

  private Completion forEach(EnhancedForLoopTree tree, String label, Activation at) {
    ExpressionTree expression = tree.getExpression();
    VariableTree variable = tree.getVariable();
    ValueType type =
        InferredTypes.isInferred(variable)
            ? machine.staticTypes.elements(expression, at).map(ValueTypes::of).orElse(ValueType.ANY)
            : machine.valueTypes.of(variable.getType(), at.home());
    Iterator<?> elements = elements(expression, at);
    while (elements.hasNext()) {
      Activation inside = at.nested();
      Object value = machine.coerce(next(elements, expression, at), type, expression, at);
      inside.scope().declare(variable.getName().toString(), type).assign(value);
      Optional<Completion> ended = body(tree.getStatement(), label, inside);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
    return Completion.NORMAL;
  }

  private Iterator<?> elements(ExpressionTree tree, Activation at) {
    Object value = machine.eval(tree, at);
    if (value instanceof JavaArray array) {
      return IntStream.range(0, array.length()).mapToObj(array::get).iterator();
    }
    if (value instanceof Iterable<?> all && !DslTypes.isInstance(value)) {
      return machine.library.iterator(all, tree, at);
    }
    throw machine.mistakes.exception(
        tree, at, Describe.value(value) + " is neither an array nor a list");
  }

  private Object next(Iterator<?> elements, ExpressionTree tree, Activation at) {
    try {
      return elements.next();
    } catch (ConcurrentModificationException changed) {
      throw machine.mistakes.exception(tree, at, "the list is changed while a loop runs over it");
    }
  }

  /** Runs the body once; how the loop ends, or empty if it goes on. */
  private Optional<Completion> body(StatementTree body, String label, Activation at) {
    Completion completion = machine.run(body, at.nested());
    if (completion.isNormal() || completion.continues(label)) {
      return Optional.empty();
    }
    return Optional.of(completion.breaks(label) ? Completion.NORMAL : completion);
  }
}
