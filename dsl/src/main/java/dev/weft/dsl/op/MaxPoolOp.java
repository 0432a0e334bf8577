package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pooling of each channel; see {@link dev.weft.dsl.MaxPoolLayer}.
 *
 * @param window how the window slides
 */
public record MaxPoolOp(Window window) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return window.output(inputs.get(0));
  }

  @Override
  public String kind() {
    return "maxPool";
  }

  @Override
  public String describe() {
    return "maxPool " + window.describe();
  }

  @Override
  public Optional<Window> slidingWindow() {
    return Optional.of(window);
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }
}
