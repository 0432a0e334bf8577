package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Add;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.primitive_attr;

/** The sum of two tensors. */
final class DnnlAdd implements Add {
  private final Programs programs;
  private final Programs.Maker plain =
      (program, tensors) -> addTo(program, Program.attributes(), tensors);
  private final Programs.Activated activated =
      new Programs.Activated(
          function -> (program, tensors) -> addTo(program, function.behind(), tensors));

  DnnlAdd(Cpu cpu) {
    programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor a, Tensor b, Tensor y) {
    programs.run(plain, a, b, y);
  }

  @Override
  public void forward(Tensor a, Tensor b, Elementwise function, Tensor y) {
    programs.run(activated.with(function), a, b, y);
  }

  private static void addTo(Program program, primitive_attr attributes, DnnlTensor... tensors) {
    Operand y = program.writeAsItLies(tensors[2]);
    Operand a = program.read(tensors[0], y.layout());
    Operand b = program.read(tensors[1], y.layout());
    Pairs.add(program, algorithm.binary_add, a, b, y, attributes);
  }
}
