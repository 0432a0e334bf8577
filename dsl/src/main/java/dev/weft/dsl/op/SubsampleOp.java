package dev.weft.dsl.op;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Every stride-th pixel of each channel, from the first; see {@link dev.weft.dsl.SubsampleLayer}.
 *
 * @param stride pixels from one to the next
 */
public record SubsampleOp(Extent stride) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return window().output(inputs.get(0));
  }

  private Window window() {
    return Window.of(1, 1).stride(stride.height(), stride.width());
  }

  @Override
  public String kind() {
    return "subsample";
  }

  @Override
  public String describe() {
    return "subsample, stride " + stride.brief();
  }

  @Override
  public Optional<Window> slidingWindow() {
    return Optional.of(window());
  }
}
