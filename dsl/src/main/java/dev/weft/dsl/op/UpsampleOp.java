package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/**
 * Each pixel several times; see {@link dev.weft.dsl.UpsampleLayer}.
 *
 * @param factor copies of a pixel in each direction
 */
public record UpsampleOp(int factor) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Shape.of(
        input.channels(),
        Shape.product(input.height(), factor),
        Shape.product(input.width(), factor));
  }

  @Override
  public String describe() {
    return "upsample " + factor;
  }

  @Override
  public Sight sight(Shape input) {
    return Sight.enlarged(factor);
  }

  @Override
  public String kind() {
    return "upsample";
  }
}
