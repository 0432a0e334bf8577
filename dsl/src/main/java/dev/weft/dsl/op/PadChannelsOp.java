package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/**
 * Channels of zeros around those of the input.
 *
 * @param before zero channels in front
 * @param after zero channels behind
 */
public record PadChannelsOp(int before, int after) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    int channels = Shape.sum(input.channels(), Math.addExact(before, after));
    return Shape.of(channels, input.height(), input.width());
  }

  @Override
  public String kind() {
    return "padChannels";
  }

  @Override
  public String describe() {
    return "padChannels " + before + ", " + after;
  }
}
