package dev.weft.dsl.op;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Every stride-th pixel of each channel, from the first.
 *
 * @param stride pixels from one to the next
 */
public record SubsampleOp(Extent stride) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    Window window = window();
    return Shape.of(input.channels(), window.height(input.height()), window.width(input.width()));
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
  public Optional<Window> window(Shape input) {
    return Optional.of(window());
  }
}
