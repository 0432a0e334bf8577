package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/** A dense layer; it reads a flattened image as the image that it is, with weights to match. */
final class DnnlDense implements Dense, Linear {
  private final DenseOp op;
  private final LinearParameters parameters;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlDense(String name, DenseOp op, ParameterFactory factory, Cpu cpu) {
    this.op = op;
    this.parameters =
        new LinearParameters(name, "dense layer", op.parameters(), op.outputs(), factory, cpu);
    this.programs = new Programs(cpu);
  }

  @Override
  public Parameter weight() {
    return parameters.weight();
  }

  @Override
  public Parameter bias() {
    return parameters.bias();
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand x = program.readAsItLies(tensors[0]);
    Operand y = program.write(tensors[1]);
    addTo(program, x, y, null, Program.attributes(), new Arguments());
  }

  @Override
  public void addTo(
      Program program,
      Operand x,
      Operand y,
      DnnlBatchNorm norm,
      primitive_attr attributes,
      Arguments arguments) {
    LinearParameters.Values values = parameters.values(norm, weights(x));
    inner_product_forward.primitive_desc desc = forwardDesc(program, x, y, values, attributes);
    arguments
        .and(DNNL_ARG_SRC, x)
        .and(DNNL_ARG_WEIGHTS, values.weights().in(program, desc.weights_desc()))
        .and(DNNL_ARG_DST, y);
    if (values.bias() != null) {
      arguments.and(DNNL_ARG_BIAS, values.bias().plain(program));
    }
    program.add(new inner_product_forward(desc), desc, arguments);
  }

  /** The weights by the dimensions of the input. */
  private Layout weights(Operand x) {
    long[] dims = x.layout().dims();
    dims[0] = op.outputs();
    return Layout.plain(dims);
  }

  private inner_product_forward.primitive_desc forwardDesc(
      Program program,
      Operand x,
      Operand y,
      LinearParameters.Values values,
      primitive_attr attributes) {
    return new inner_product_forward.primitive_desc(
        program.cpu().engine(),
        prop_kind.forward_training,
        x.desc(),
        values.weights().any(),
        values.bias() == null ? new memory.desc() : parameters.biasDesc(),
        y.desc(),
        attributes,
        false);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    programs.run(backward, x, gy, gx);
    parameters.change();
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand x = program.readAsItLies(tensors[0]);
    Operand gy = program.read(tensors[1]);
    LinearParameters.Values own = parameters.values(null, weights(x));
    inner_product_forward.primitive_desc hint =
        forwardDesc(program, x, gy, own, Program.attributes());
    addWeightsBackward(program, x, gy, own, hint);
    if (tensors[2] != null) {
      addDataBackward(program, gy, program.write(tensors[2], x.layout()), own, hint);
    }
  }

  private void addWeightsBackward(
      Program program,
      Operand x,
      Operand gy,
      LinearParameters.Values own,
      inner_product_forward.primitive_desc hint) {
    boolean biased = parameters.hasBias();
    inner_product_backward_weights.primitive_desc desc =
        new inner_product_backward_weights.primitive_desc(
            program.cpu().engine(),
            x.desc(),
            own.weights().any(),
            biased ? parameters.biasDesc() : new memory.desc(),
            gy.desc(),
            hint,
            Program.attributes(),
            false);
    Gradient gradient = parameters.weightGradient(desc.diff_weights_desc(), weights(x));
    Arguments arguments =
        Arguments.of(DNNL_ARG_DIFF_WEIGHTS, gradient.memory())
            .and(DNNL_ARG_SRC, x)
            .and(DNNL_ARG_DIFF_DST, gy);
    if (biased) {
      arguments.and(DNNL_ARG_DIFF_BIAS, parameters.biasGradient());
    }
    program.add(new inner_product_backward_weights(desc), desc, arguments);
    gradient.addTo(program);
  }

  private void addDataBackward(
      Program program,
      Operand gy,
      Operand gx,
      LinearParameters.Values own,
      inner_product_forward.primitive_desc hint) {
    inner_product_backward_data.primitive_desc desc =
        new inner_product_backward_data.primitive_desc(
            program.cpu().engine(),
            gx.desc(),
            own.weights().any(),
            gy.desc(),
            hint,
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_WEIGHTS, own.weights().in(program, desc.weights_desc()))
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx);
    program.add(new inner_product_backward_data(desc), desc, arguments);
  }
}
