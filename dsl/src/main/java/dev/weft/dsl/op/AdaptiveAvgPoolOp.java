package dev.weft.dsl.op;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import java.util.List;

/**
 * Average pooling to a given size; see {@link dev.weft.dsl.AdaptiveAvgPoolLayer}.
 *
 * @param size height and width of the output
 */
public record AdaptiveAvgPoolOp(Extent size) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return Shape.of(inputs.get(0).channels(), size.height(), size.width());
  }

  @Override
  public String describe() {
    return "adaptiveAvgPool " + size;
  }

  /** Windows differ in size where the sizes do not divide: that of the largest counts. */
  @Override
  public Sight sight(Shape input) {
    return new Sight(
        new Extent(reach(input.height(), size.height()), reach(input.width(), size.width())),
        (double) input.height() / size.height(),
        (double) input.width() / size.width());
  }

  private static int reach(int input, int outputs) {
    int most = 0;
    for (int i = 0; i < outputs; i++) {
      long from = (long) i * input / outputs;
      long to = ((i + 1L) * input + outputs - 1) / outputs;
      most = Math.max(most, (int) (to - from));
    }
    return most;
  }

  @Override
  public String kind() {
    return "adaptiveAvgPool";
  }
}
