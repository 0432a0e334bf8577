package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Average pooling to a given size: with windows that part the image where they can, and else, where
 * they overlap and differ, as a product with the matrix of all averages, for each image.
 */
final class DnnlAdaptiveAvgPool2d implements AdaptiveAvgPool2d {
  private final Programs programs;
  private final DnnlAveraging even;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlAdaptiveAvgPool2d(Cpu cpu) {
    programs = new Programs(cpu);
    even = DnnlAveraging.parting(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    if (isParted(x, y)) {
      even.forward(x, y);
    } else {
      programs.run(forward, x, y);
    }
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    if (isParted(gx, gy)) {
      even.backward(gy, gx);
    } else {
      programs.run(backward, gy, gx);
    }
  }

  private static boolean isParted(Tensor input, Tensor output) {
    long[] in = input.dims();
    long[] out = output.dims();
    return in[2] % out[2] == 0 && in[3] % out[3] == 0;
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand y = program.write(tensors[1]);
    addProduct(program, averages(program, x.layout(), y.layout()), x, y);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand gy = program.read(tensors[0]);
    Operand gx = program.write(tensors[1]);
    Operand averages = averages(program, gx.layout(), gy.layout());
    addProduct(program, program.by(averages.layout().permuted(0, 2, 1), averages), gy, gx);
  }

  /** A product of a matrix with the pixels of each image. */
  private static void addProduct(Program program, Operand matrix, Operand from, Operand to) {
    Operand x = program.by(pixels(from), from);
    Operand y = program.by(pixels(to), to);
    Products.add(program, matrix, x, y);
  }

  private static Layout pixels(Operand images) {
    Layout own = images.layout();
    return Layout.plain(own.dim(0), own.dim(2) * own.dim(3), own.dim(1));
  }

  /** A row for each average, of a column for each pixel. */
  private static Operand averages(Program program, Layout input, Layout output) {
    long rows = output.dim(2) * output.dim(3);
    long columns = input.dim(2) * input.dim(3);
    FloatPointer matrix = new FloatPointer(rows * columns);
    matrix.zero();
    for (long row = 0; row < output.dim(2); row++) {
      for (long column = 0; column < output.dim(3); column++) {
        Range down = Range.of(row, input.dim(2), output.dim(2));
        Range across = Range.of(column, input.dim(3), output.dim(3));
        float share = 1f / (down.length() * across.length());
        long first = (row * output.dim(3) + column) * columns;
        for (long i = down.from(); i < down.to(); i++) {
          for (long j = across.from(); j < across.to(); j++) {
            matrix.put(first + i * input.dim(3) + j, share);
          }
        }
      }
    }
    return program.constant(Layout.plain(1, rows, columns), matrix);
  }

  /** The pixels of an average in one direction. */
  private record Range(long from, long to) {
    /** From the rounded down begin of a part to its rounded up end, as PyTorch has them. */
    static Range of(long part, long pixels, long parts) {
      return new Range(part * pixels / parts, ((part + 1) * pixels + parts - 1) / parts);
    }

    long length() {
      return to - from;
    }
  }
}
