package dev.weft.dsl.plan;

import dev.weft.dsl.op.ConcatOp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the concatenations that need no step, because their inputs are written where the
 * concatenation has them. A value can lie in one concatenation only, in one place, and then in no
 * other shape; where that does not hold for all inputs, they are copied.
 */
final class InPlaceConcat {
  private final Set<Value> seenOtherwise = new HashSet<>();
  private final Map<Value, Memory.Slice> slices = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /**
   * Looks through the forward steps of a pass.
   *
   * @param output what is read at their end
   */
  InPlaceConcat(Collection<? extends Step> forward, Value output) {
    noteShape(output);
    forward.forEach(step -> step.reads().forEach(this::noteShape));
    forward.forEach(this::add);
  }

  private void noteShape(Value value) {
    if (value.source() != null) {
      seenOtherwise.add(value.storage());
    }
  }

  private void add(Step step) {
    List<Value> inputs = step.reads();
    if (step.node().op() instanceof ConcatOp && inputs.stream().allMatch(v -> fits(v, inputs))) {
      Value whole = step.writes().get(0);
      int channel = 0;
      for (Value input : inputs) {
        slices.put(input, new Memory.Slice(whole, channel));
        channel += input.shape().channels();
      }
    } else {
      steps.add(step);
    }
  }

  private boolean fits(Value input, List<Value> inputs) {
    return input.source() == null
        && !seenOtherwise.contains(input)
        && !slices.containsKey(input)
        && Collections.frequency(inputs, input) == 1;
  }

  /** The steps that are left. */
  List<Step> steps() {
    return steps;
  }

  /** Where the inputs of the others lie. */
  Map<Value, Memory.Slice> slices() {
    return slices;
  }
}
