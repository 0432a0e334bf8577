package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/** Images of equal height and width, or vectors, one after the other on the channels. */
public record ConcatOp() implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    int channels = 0;
    for (Shape input : inputs) {
      if (input.channels() == Shape.UNKNOWN) {
        channels = Shape.UNKNOWN;
        break;
      }
      channels = Math.addExact(channels, input.channels());
    }
    int[] dims = inputs.get(0).toArray();
    dims[0] = channels;
    return Shape.of(dims);
  }

  @Override
  public String kind() {
    return "concat";
  }
}
