package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/**
 * The network's input.
 *
 * @param shape the shape of one input
 */
public record InputOp(Shape shape) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return shape;
  }

  @Override
  public String kind() {
    return "input";
  }
}
