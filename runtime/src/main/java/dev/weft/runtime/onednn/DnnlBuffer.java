package dev.weft.runtime.onednn;

import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A flat array of which tensors are views. */
final class DnnlBuffer implements Buffer {
  private final Cpu cpu;
  private final INDArray elements;

  DnnlBuffer(Cpu cpu, INDArray elements) {
    this.cpu = cpu;
    this.elements = elements;
  }

  @Override
  public Tensor view(long... dims) {
    Buffer.requireRoom(elements.length(), dims);
    return new DnnlTensor(cpu, elements, dims, Layout.channelsLast(dims));
  }
}
