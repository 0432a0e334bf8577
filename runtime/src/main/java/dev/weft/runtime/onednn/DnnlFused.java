package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * A convolution or dense layer and what follows it as one primitive: the normalisation in its
 * weights, the sum and the function as post-operations. A batch normalisation has no such, and is
 * followed by primitives of its own.
 */
final class DnnlFused implements Fused {
  private final LinearLayer<?> layer;
  private final DnnlBatchNorm norm;
  private final DnnlElementwise function;
  private final Programs programs;
  private final Programs.Maker maker = this::addTo;

  /**
   * Layers that are computed at once.
   *
   * @param layer the first, or null if that is the normalisation
   * @param norm the normalisation, or null
   * @param function the function, or null
   */
  DnnlFused(LinearLayer<?> layer, DnnlBatchNorm norm, DnnlElementwise function, Cpu cpu) {
    this.layer = layer;
    this.norm = norm;
    this.function = function;
    this.programs = new Programs(cpu);
  }

  @Override
  public Fused batchNorm(BatchNorm behind) {
    return new DnnlFused(layer, (DnnlBatchNorm) behind, function, programs.cpu());
  }

  @Override
  public Fused activation(Elementwise behind) {
    return new DnnlFused(layer, norm, (DnnlElementwise) behind, programs.cpu());
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(maker, x, null, y);
  }

  @Override
  public void forward(Tensor x, Tensor addend, Tensor y) {
    programs.run(maker, x, addend, y);
  }

  private void addTo(Program program, DnnlTensor... tensors) {
    if (layer == null) {
      addNormalisation(program, tensors[0], tensors[1], tensors[2]);
    } else {
      addProduct(program, tensors[0], tensors[1], tensors[2]);
    }
  }

  private void addNormalisation(Program program, DnnlTensor x, DnnlTensor addend, DnnlTensor y) {
    Operand result = program.write(y);
    if (addend == null) {
      norm.addInference(program, program.read(x), result);
    } else {
      Operand normal = program.scratch(result.layout());
      norm.addInference(program, program.read(x), normal);
      Operand added = program.read(addend, result.layout());
      Pairs.add(program, algorithm.binary_add, normal, added, result);
    }
    if (function != null) {
      function.addTo(program, result, result);
    }
  }

  private void addProduct(Program program, DnnlTensor x, DnnlTensor addend, DnnlTensor y) {
    Operand result = program.write(y);
    post_ops after = new post_ops();
    Arguments arguments = new Arguments();
    if (addend != null) {
      Operand added = program.read(addend, result.layout());
      if (added.isSame(result)) {
        after.append_sum();
      } else {
        after.append_binary(algorithm.binary_add, added.desc());
        arguments.and(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | DNNL_ARG_SRC_1, added);
      }
    }
    if (function != null) {
      function.function().appendTo(after);
    }
    primitive_attr attributes = Program.attributes();
    attributes.set_post_ops(after);
    layer.addTo(program, program.read(x), result, norm, attributes, arguments);
  }
}
