package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/**
 * Stochastic depth in training, nothing in inference; see {@link dev.weft.dsl.DropPathLayer}.
 *
 * @param p the probability of an image's value to be dropped
 */
public record DropPathOp(double p) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String describe() {
    return "dropPath " + p;
  }

  @Override
  public List<Saved> saved(Shape input) {
    return List.of(new Saved("mask", Shape.of(1)));
  }

  @Override
  public String kind() {
    return "dropPath";
  }

  @Override
  public boolean inPlace() {
    return true;
  }
}
