package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/** The average of each channel: {@code C x H x W} to {@code C x 1 x 1}. */
public record GlobalAvgPoolOp() implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return Shape.of(inputs.get(0).channels(), 1, 1);
  }

  @Override
  public String kind() {
    return "globalAvgPool";
  }

  @Override
  public Sight sight(Shape input) {
    return Sight.ofAll(input.height(), input.width());
  }
}
