package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Pooling of each channel; see {@link dev.weft.dsl.AvgPoolLayer}.
 *
 * @param window the sliding window
 */
public record AvgPoolOp(Window window) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Shape.of(input.channels(), window.height(input.height()), window.width(input.width()));
  }

  @Override
  public String kind() {
    return "avgPool";
  }

  @Override
  public String describe() {
    return "avgPool " + window.kernel() + ", stride " + window.stride().brief();
  }

  @Override
  public Optional<Window> window(Shape input) {
    return Optional.of(window);
  }
}
