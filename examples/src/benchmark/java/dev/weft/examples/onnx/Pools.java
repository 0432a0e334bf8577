package dev.weft.examples.onnx;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Window;

/** Poolings. */
final class Pools {
  private Pools() {}

  static String max(MaxPoolOp op, Call call) {
    Window exact = exact(op.window(), call.inputShape(0), call.node().output());
    return Windows.attributes(call.node("MaxPool").inputs(call.input()), exact).add();
  }

  /**
   * The window with so much padding that rounding up is not needed, about which runtimes differ;
   * whatever lies in the padding is no maximum.
   */
  private static Window exact(Window window, Shape input, Shape output) {
    Sides given = window.padding();
    int bottom =
        (output.height() - 1) * window.stride().height()
            + window.reach().height()
            - input.height()
            - given.top();
    int right =
        (output.width() - 1) * window.stride().width()
            + window.reach().width()
            - input.width()
            - given.left();
    return window.padding(given.top(), given.left(), Math.max(0, bottom), Math.max(0, right));
  }

  static String average(AvgPoolOp op, Call call) {
    OnnxNode node = call.node("AveragePool").inputs(call.input());
    return Windows.withoutDilation(node, op.window())
        .integer("ceil_mode", op.window().ceilMode() ? 1 : 0)
        .integer("count_include_pad", op.countIncludePad() ? 1 : 0)
        .add();
  }

  /** One window where the sizes divide, else a product with a matrix of averages on each side. */
  static String adaptiveAverage(AdaptiveAvgPoolOp op, Call call) {
    Shape input = call.inputShape(0);
    int height = op.size().height();
    int width = op.size().width();
    if (input.height() % height == 0 && input.width() % width == 0) {
      int down = input.height() / height;
      int right = input.width() / width;
      Window window = Window.of(down, right).stride(down, right);
      return Windows.withoutDilation(call.node("AveragePool").inputs(call.input()), window).add();
    }
    String rows =
        call.constant("rows", averages(input.height(), height), height, input.height());
    String columns =
        call.constant(
            "columns",
            transposed(averages(input.width(), width), input.width()),
            input.width(),
            width);
    String narrow = call.step("MatMul").inputs(call.input(), columns).add();
    return call.value("MatMul", rows, narrow);
  }

  /** PyTorch's windows: each begins and ends where its share of the input does, rounded outwards. */
  private static float[] averages(int inputs, int outputs) {
    float[] matrix = new float[outputs * inputs];
    for (int i = 0; i < outputs; i++) {
      int from = (int) ((long) i * inputs / outputs);
      int to = (int) (((i + 1L) * inputs + outputs - 1) / outputs);
      for (int j = from; j < to; j++) {
        matrix[i * inputs + j] = 1f / (to - from);
      }
    }
    return matrix;
  }

  private static float[] transposed(float[] matrix, int columns) {
    int rows = matrix.length / columns;
    float[] transposed = new float[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      transposed[i % columns * rows + i / columns] = matrix[i];
    }
    return transposed;
  }
}
