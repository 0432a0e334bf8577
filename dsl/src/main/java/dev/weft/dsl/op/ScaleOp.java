package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * The product of a value and factors, its second input: one for each element, or one for each
 * channel ({@code C x 1 x 1} or {@code C}).
 */
public record ScaleOp() implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String kind() {
    return "scaleBy";
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }
}
