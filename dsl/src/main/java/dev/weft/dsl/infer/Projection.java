package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.Window;
import java.util.Optional;

/** The linear operation without bias that takes one shape to another, if there is one. */
final class Projection {
  private Projection() {}

  /** A 1x1 convolution for images, a dense layer for vectors. */
  static Optional<Op> between(Shape from, Shape to) {
    if (from.rank() == 1 && to.rank() == 1) {
      return Optional.of(DenseOp.of(from.channels(), to.channels()).noBias());
    }
    return stride(from, to)
        .map(
            stride ->
                ConvOp.of(
                        from.channels(),
                        to.channels(),
                        Window.of(1, 1).stride(stride.height(), stride.width()))
                    .noBias());
  }

  /** The stride that takes the one height and width to the other, if there is one. */
  static Optional<Extent> stride(Shape from, Shape to) {
    if (from.rank() != 3 || to.rank() != 3) {
      return Optional.empty();
    }
    int height = stride(from.height(), to.height());
    int width = stride(from.width(), to.width());
    return height == 0 || width == 0 ? Optional.empty() : Optional.of(new Extent(height, width));
  }

  /** The smallest stride for which {@code (from - 1) / stride + 1} is {@code to}; 0 if none. */
  private static int stride(int from, int to) {
    if (to == 1) {
      return from;
    }
    int stride = (from - 1) / to + 1;
    return (from - 1) / stride + 1 == to ? stride : 0;
  }
}
