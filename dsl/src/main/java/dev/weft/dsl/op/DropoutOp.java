package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/**
 * Dropout in training, nothing in inference; see {@link dev.weft.dsl.DropoutLayer}.
 *
 * @param p the probability of an element to be dropped
 */
public record DropoutOp(double p) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String kind() {
    return "dropout";
  }

  @Override
  public String describe() {
    return "dropout " + p;
  }

  @Override
  public List<Saved> saved(Shape input) {
    return List.of(new Saved("mask", input));
  }

  @Override
  public boolean inPlace() {
    return true;
  }
}
