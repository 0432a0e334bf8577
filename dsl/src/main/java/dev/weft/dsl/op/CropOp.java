package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import java.util.List;

/**
 * An image without its border.
 *
 * @param sides rows and columns cut off, fewer than there are
 */
public record CropOp(Sides sides) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Shape.of(
        input.channels(),
        Shape.sum(input.height(), -sides.vertical()),
        Shape.sum(input.width(), -sides.horizontal()));
  }

  @Override
  public String describe() {
    return "crop " + sides.listed();
  }

  @Override
  public String kind() {
    return "crop";
  }
}
