package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * A linear function with another slope below zero; see {@link dev.weft.dsl.LeakyReluLayer}.
 *
 * @param slope the slope below zero
 */
public record LeakyReluOp(double slope) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String describe() {
    return "leakyRelu " + slope;
  }

  @Override
  public String kind() {
    return "leakyRelu";
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.OUTPUT);
  }

  @Override
  public boolean inPlace() {
    return true;
  }
}
