package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pooling of each channel; see {@link dev.weft.dsl.MaxPoolLayer}.
 *
 * @param window the sliding window
 */
public record MaxPoolOp(Window window) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Shape.of(input.channels(), window.height(input.height()), window.width(input.width()));
  }

  @Override
  public String kind() {
    return "maxPool";
  }

  @Override
  public String describe() {
    return "maxPool " + window.kernel() + ", stride " + window.stride().brief();
  }

  @Override
  public Optional<Window> window(Shape input) {
    return Optional.of(window);
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }
}
