package dev.weft.runtime.onednn;

import dev.weft.dsl.op.Window;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.pooling_forward;

/** Average pooling with some windows, or with windows that part the image evenly. */
final class DnnlAveraging implements AvgPool2d, GlobalAvgPool2d, Subsample {
  private final algorithm kind;

  /** Null if they part the image. */
  private final Window window;

  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  /**
   * A layer with certain windows.
   *
   * @param countsPadding whether padding takes part in the average
   */
  DnnlAveraging(Window window, boolean countsPadding, Cpu cpu) {
    this.kind =
        countsPadding
            ? algorithm.pooling_avg_include_padding
            : algorithm.pooling_avg_exclude_padding;
    this.window = window;
    this.programs = new Programs(cpu);
  }

  /** A layer whose windows part the image into as many as there are outputs. */
  static DnnlAveraging parting(Cpu cpu) {
    return new DnnlAveraging(null, false, cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand y = program.write(tensors[1], averages(tensors[1]));
    Pooling pooling = pooling(x.layout(), y.layout());
    pooling_forward.primitive_desc desc = pooling.forward(program, x, y);
    pooling.addForward(program, desc, x, y, new Arguments());
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    programs.run(backward, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand gy = program.read(tensors[0], averages(tensors[0]));
    Operand gx = program.write(tensors[1]);
    pooling(gx.layout(), gy.layout()).addBackward(program, gy, gx, new Arguments());
  }

  /** An image, of one pixel where the tensor is a vector. */
  private static Layout averages(DnnlTensor tensor) {
    long[] dims = tensor.dims();
    return dims.length == 4
        ? Layout.channelsLast(dims)
        : Layout.channelsLast(dims[0], dims[1], 1, 1);
  }

  private Pooling pooling(Layout input, Layout output) {
    if (window != null) {
      return Pooling.of(kind, window, input, output);
    }
    int height = (int) (input.dim(2) / output.dim(2));
    int width = (int) (input.dim(3) / output.dim(3));
    Window part = Window.of(height, width).stride(height, width);
    return Pooling.of(kind, part, input, output);
  }
}
