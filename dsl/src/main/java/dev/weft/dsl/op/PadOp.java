package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import java.util.List;

/**
 * Zeros around an image.
 *
 * @param sides rows and columns of zeros
 */
public record PadOp(Sides sides) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Shape.of(
        input.channels(),
        Shape.sum(input.height(), sides.vertical()),
        Shape.sum(input.width(), sides.horizontal()));
  }

  @Override
  public String describe() {
    return "pad " + sides.listed();
  }

  @Override
  public String kind() {
    return "pad";
  }
}
