package dev.weft.dsl.op;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * A function applied to each element.
 *
 * @param function the function
 */
public record ActivationOp(Activation function) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String kind() {
    return function.factory();
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(function.derivativeFromOutput() ? Need.OUTPUT : Need.INPUT);
  }

  @Override
  public boolean inPlace() {
    return true;
  }
}
