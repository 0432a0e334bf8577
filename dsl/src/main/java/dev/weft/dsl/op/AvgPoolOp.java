package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Pooling of each channel; see {@link dev.weft.dsl.AvgPoolLayer}.
 *
 * @param window how the window slides
 * @param countIncludePad whether padding counts in the average
 */
public record AvgPoolOp(Window window, boolean countIncludePad) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return window.output(inputs.get(0));
  }

  @Override
  public String kind() {
    return "avgPool";
  }

  @Override
  public String describe() {
    return "avgPool " + window.describe();
  }

  @Override
  public Optional<Window> slidingWindow() {
    return Optional.of(window);
  }
}
