package dev.weft.runtime.onednn;

import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.pooling_forward;

/** Max pooling, which remembers for each input where its last maxima were, if it is trained. */
final class DnnlMaxPool2d implements MaxPool2d {
  private final MaxPoolOp op;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;
  private final Workspaces maxima = new Workspaces();

  DnnlMaxPool2d(MaxPoolOp op, Cpu cpu) {
    this.op = op;
    this.programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand y = program.write(tensors[1]);
    Pooling pooling = Pooling.of(algorithm.pooling_max, op.window(), x.layout(), y.layout());
    pooling_forward.primitive_desc desc = pooling.forward(program, x, y);
    Arguments arguments = new Arguments();
    maxima.addForward(tensors[0], desc.workspace_desc(), program, arguments);
    pooling.addForward(program, desc, x, y, arguments);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    programs.run(backward, x, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand gy = program.read(tensors[1]);
    Operand gx = program.write(tensors[2]);
    Pooling pooling = Pooling.of(algorithm.pooling_max, op.window(), gx.layout(), gy.layout());
    Arguments arguments = new Arguments();
    maxima.addBackward(tensors[0], arguments);
    pooling.addBackward(program, gy, gx, arguments);
  }
}
