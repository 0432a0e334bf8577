package dev.weft.runtime.onednn;

import dev.weft.dsl.op.Window;
import dev.weft.runtime.layer.Upsample;
import dev.weft.runtime.tensor.Tensor;

/** Each pixel as a square of equal ones: as many copies of the image as a square has pixels. */
final class DnnlUpsample implements Upsample {
  private final int factor;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlUpsample(int factor, Cpu cpu) {
    this.factor = factor;
    this.programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Layout image = tensors[0].layout();
    for (int i = 0; i < factor * factor; i++) {
      program.copy(tensors[0], image, tensors[1], pixel(tensors[1].layout(), i));
    }
  }

  /** One pixel of each square. */
  private Layout pixel(Layout large, int index) {
    int row = index / factor;
    int column = index % factor;
    return large
        .range(2, row, large.dim(2))
        .every(2, factor)
        .range(3, column, large.dim(3))
        .every(3, factor);
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    programs.run(backward, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Window square = Window.of(factor, factor).stride(factor, factor);
    Operand gy = program.read(tensors[0]);
    Operand gx = program.write(tensors[1]);
    Pooling.addSums(program, square, gy, gx);
  }
}
