package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/** The sum of two values of equal shape. */
public record AddOp() implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String kind() {
    return "add";
  }

  @Override
  public boolean inPlace() {
    return true;
  }
}
