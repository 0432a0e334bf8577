package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/**
 * Channels as pixels; see {@link dev.weft.dsl.PixelShuffleLayer}.
 *
 * @param factor by how much height and width grow; its square divides the channels
 */
public record PixelShuffleOp(int factor) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    int channels = input.channels();
    return Shape.of(
        channels == Shape.UNKNOWN ? Shape.UNKNOWN : channels / (factor * factor),
        Shape.product(input.height(), factor),
        Shape.product(input.width(), factor));
  }

  @Override
  public String describe() {
    return "pixelShuffle " + factor;
  }

  @Override
  public Sight sight(Shape input) {
    return Sight.enlarged(factor);
  }

  @Override
  public String kind() {
    return "pixelShuffle";
  }
}
