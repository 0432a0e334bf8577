package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Add;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** The sum of two tensors. */
final class DnnlAdd implements Add {
  private final Programs programs;
  private final Programs.Maker maker = this::addTo;

  DnnlAdd(Cpu cpu) {
    programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor a, Tensor b, Tensor y) {
    programs.run(maker, a, b, y);
  }

  private void addTo(Program program, DnnlTensor... tensors) {
    Operand y = program.writeAsItLies(tensors[2]);
    Operand a = program.read(tensors[0], y.layout());
    Operand b = program.read(tensors[1], y.layout());
    Pairs.add(program, algorithm.binary_add, a, b, y);
  }
}
