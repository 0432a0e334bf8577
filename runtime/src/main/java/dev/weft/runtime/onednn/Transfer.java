package dev.weft.runtime.onednn;

import java.lang.ref.Reference;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies between a tensor and arrays in C order, each of which lies elsewhere: the primitive is
 * made once and told where.
 */
final class Transfer {
  private final Program program;
  private final memory array;

  private Transfer(Cpu cpu, DnnlTensor tensor, boolean isInto) {
    Layout plain = Layout.plain(tensor.dims());
    Layout own = tensor.layout().viewed(plain.dims()).orElse(tensor.layout());
    Layout other = plain.viewed(own.dims()).orElseThrow();
    memory fixed = tensor.memoryOf(own.squeezed());
    program = new Program(cpu);
    array = cpu.memory(other.squeezed(), Numbers.FLOAT, tensor.pointer());
    if (isInto) {
      program.copy(other, array, own, fixed);
    } else {
      program.copy(own, fixed, other, array);
    }
  }

  /** Copies arrays into a tensor. */
  static Transfer into(Cpu cpu, DnnlTensor tensor) {
    return new Transfer(cpu, tensor, true);
  }

  /** Copies a tensor into arrays. */
  static Transfer outOf(Cpu cpu, DnnlTensor tensor) {
    return new Transfer(cpu, tensor, false);
  }

  /** Copies from or to an array of the tensor's dimensions, dense and in C order. */
  void run(INDArray other) {
    array.set_data_handle(Pointers.to(other, 0));
    program.run();
    // The program only knows where the array's memory is.
    Reference.reachabilityFence(other);
  }
}
