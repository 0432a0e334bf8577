package dev.weft.processor.source.interpret;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Creating and indexing arrays. */
final class ArrayExpressions {
  private final Machine machine;

  ArrayExpressions(Machine machine) {
    this.machine = machine;
  }

  JavaArray array(ExpressionTree tree, Activation at) {
    Object value = machine.eval(tree, at);
    if (value instanceof JavaArray array) {
      return array;
    }
    throw machine.mistakes.exception(tree, at, Describe.value(value) + " is not an array");
  }

  int index(JavaArray array, ArrayAccessTree tree, Activation at) {
    int index = machine.index(tree.getIndex(), at);
    if (index < 0 || index >= array.length()) {
      throw machine.mistakes.exception(
          tree.getIndex(),
          at,
          "index " + index + " is out of bounds for an array of length " + array.length());
    }
    return index;
  }

  Object create(NewArrayTree tree, Activation at) {
    ValueType type = machine.valueTypes.of(tree.getType(), at.home());
    if (tree.getInitializers() != null) {
      // The tree of `new int[][] {...}` names `int[]`, one dimension less than is created.
      return initialised(type, tree, at);
    }
    List<Integer> lengths = new ArrayList<>();
    for (ExpressionTree dimension : tree.getDimensions()) {
      int length = machine.index(dimension, at);
      checkLength(length, dimension, at);
      lengths.add(length);
    }
    charge(lengths, tree, at);
    ValueType component = type;
    for (int i = 1; i < lengths.size(); i++) {
      component = ValueType.arrayOf(component);
    }
    return fresh(component, lengths);
  }

  private void charge(List<Integer> lengths, NewArrayTree tree, Activation at) {
    long cells = 1;
    for (int length : lengths) {
      cells *= length;
      machine.budget.cells(cells, tree, at);
    }
  }

  private void checkLength(int length, Tree tree, Activation at) {
    if (length < 0) {
      throw machine.mistakes.exception(tree, at, "an array cannot have length " + length);
    }
  }

  /** The array that {@code Type[]::new} makes. */
  JavaArray fresh(ValueType component, int length, Tree tree, Activation at) {
    checkLength(length, tree, at);
    machine.budget.cells(length, tree, at);
    return JavaArray.create(component, length);
  }

  private static JavaArray fresh(ValueType component, List<Integer> lengths) {
    JavaArray array = JavaArray.create(component, lengths.get(0));
    if (lengths.size() > 1) {
      List<Integer> inner = lengths.subList(1, lengths.size());
      for (int i = 0; i < array.length(); i++) {
        array.set(i, fresh(component.component(), inner));
      }
    }
    return array;
  }

  /** The array of an initialiser {@code {a, b}} whose elements have the given type. */
  JavaArray initialised(ValueType component, NewArrayTree tree, Activation at) {
    machine.budget.steps(Budget.STEPS_OF_AN_ARRAY, tree, at);
    machine.budget.cells(tree.getInitializers().size(), tree, at);
    List<Object> values = new ArrayList<>();
    boolean isComplete = true;
    for (ExpressionTree each : tree.getInitializers()) {
      try {
        values.add(element(component, each, at));
      } catch (Mistake mistake) {
        machine.recovery.pass(mistake, each, at);
        isComplete = false;
      }
    }
    if (!isComplete) {
      throw Mistake.consequence();
    }
    return JavaArray.of(component, values.toArray());
  }

  private Object element(ValueType component, ExpressionTree tree, Activation at) {
    Object value =
        tree instanceof NewArrayTree inner && inner.getType() == null
            ? initialised(component.component(), inner, at)
            : machine.evalForTarget(tree, at);
    return machine.coerce(value, component, tree, at);
  }
}
