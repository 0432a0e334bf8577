package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/** The softmax over the channels of an image, at each pixel, or over the features of a vector. */
public record SoftmaxOp() implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String kind() {
    return "softmax";
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.OUTPUT);
  }
}
