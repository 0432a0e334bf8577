package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.tensor.Tensor;

/** Tensors one after the other on the channels. */
final class DnnlConcat implements Concat {
  private final Programs programs;
  private final Programs.Maker maker = this::addTo;

  DnnlConcat(Cpu cpu) {
    programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor y, Tensor... inputs) {
    Tensor[] all = new Tensor[inputs.length + 1];
    all[0] = y;
    System.arraycopy(inputs, 0, all, 1, inputs.length);
    programs.run(maker, all);
  }

  private void addTo(Program program, DnnlTensor... tensors) {
    long from = 0;
    for (int i = 1; i < tensors.length; i++) {
      long to = from + tensors[i].dims()[1];
      program.copy(tensors[i], (DnnlTensor) tensors[0].channels(from, to));
      from = to;
    }
  }
}
