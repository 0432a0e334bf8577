package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.onednn.LinearParameters.Values;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;

/**
 * A layer that multiplies by weights, and can do what follows it at once.
 *
 * @param <F> how oneDNN describes its forward primitive
 */
abstract class LinearLayer<F extends primitive_desc> {
  private final LinearParameters parameters;
  private final Programs programs;
  private final Programs.Maker forward =
      (program, tensors) -> addForward(program, tensors[0], tensors[1], Program.attributes());
  private final Programs.Activated activated =
      new Programs.Activated(
          function ->
              (program, tensors) -> addForward(program, tensors[0], tensors[1], function.behind()));
  private final Programs.Maker backward = this::addBackward;
  private final Programs.Maker dataBackward =
      (program, tensors) ->
          addDataBackward(program, program.read(tensors[0]), program.write(tensors[1]));

  LinearLayer(LinearParameters parameters, Cpu cpu) {
    this.parameters = parameters;
    this.programs = new Programs(cpu);
  }

  /** Describes the forward primitive. */
  abstract F forwardDesc(
      Program program, Operand x, Operand y, Values values, primitive_attr attributes);

  /** Describes the primitive of the gradients of weights and bias. */
  abstract primitive_desc weightsDesc(
      Program program, Operand x, Operand gy, Values values, F forward);

  /** Describes the primitive of the gradient of the input. */
  abstract primitive_desc dataDesc(
      Program program, Operand gx, Operand gy, Values values, F forward);

  LinearParameters parameters() {
    return parameters;
  }

  /** The parameter {@code weight}. */
  public Parameter weight() {
    return parameters.weight();
  }

  /** The parameter {@code bias}. */
  public Parameter bias() {
    return parameters.bias();
  }

  /** Computes the output. */
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor x, DnnlTensor y, primitive_attr attributes) {
    addTo(program, program.read(x), program.write(y), null, attributes, new Arguments());
  }

  /** Computes a function of the output at once. */
  public void forward(Tensor x, Elementwise function, Tensor y) {
    programs.run(activated.with(function), x, y);
  }

  /**
   * Adds the forward primitive to a program.
   *
   * @param norm a normalisation behind it that is folded into weights and bias, or null
   * @param attributes what the primitive does behind the product
   * @param arguments what that needs
   */
  void addTo(
      Program program,
      Operand x,
      Operand y,
      DnnlBatchNorm norm,
      primitive_attr attributes,
      Arguments arguments) {
    Values values = parameters.values(norm);
    F desc = forwardDesc(program, x, y, values, attributes);
    arguments
        .and(DNNL_ARG_SRC, x)
        .and(DNNL_ARG_WEIGHTS, values.weights().in(program, desc.weights_desc()))
        .and(DNNL_ARG_DST, y);
    if (values.bias() != null) {
      arguments.and(DNNL_ARG_BIAS, values.bias().plain(program));
    }
    program.add(new primitive(desc), desc, arguments);
  }

  /** The bias as a primitive takes it, if there is one. */
  final memory.desc biasDesc(Values values) {
    return values.bias() == null ? new memory.desc() : parameters.biasDesc();
  }

  /** Computes the gradients. */
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    programs.run(backward, x, gy, gx);
    parameters.change();
  }

  /** Computes the gradient of the input alone. */
  public void backward(Tensor gy, Tensor gx) {
    programs.run(dataBackward, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand gy = program.read(tensors[1]);
    addWeightsBackward(program, tensors[0], gy);
    if (tensors[2] != null) {
      addDataBackward(program, gy, program.write(tensors[2]));
    }
  }

  /** Adds what computes the gradients of weights and bias. */
  void addWeightsBackward(Program program, DnnlTensor input, Operand gy) {
    Operand x = program.read(input);
    // oneDNN 3.11 gives weights that meet only padding any gradients at all in bfloat16.
    boolean isWrong =
        program.cpu().activations() == Numbers.BFLOAT16
            && leavesPaddingOnly(x.layout(), gy.layout());
    addWeightsBackward(program, isWrong ? program.floats(x) : x, isWrong ? program.floats(gy) : gy);
  }

  /** Whether there are weights that meet nothing but padding. */
  abstract boolean leavesPaddingOnly(Layout input, Layout output);

  /** Adds the primitive of the gradients of weights and bias. */
  private void addWeightsBackward(Program program, Operand x, Operand gy) {
    Values own = parameters.values(null);
    F forward = forwardDesc(program, x, gy, own, Program.attributes());
    primitive_desc desc = weightsDesc(program, x, gy, own, forward);
    Gradient gradient = parameters.weightGradient(program, desc.diff_weights_desc());
    Arguments arguments =
        Arguments.of(DNNL_ARG_DIFF_WEIGHTS, gradient.memory())
            .and(DNNL_ARG_SRC, x)
            .and(DNNL_ARG_DIFF_DST, gy);
    if (parameters.hasBias()) {
      arguments.and(DNNL_ARG_DIFF_BIAS, parameters.biasGradient());
    }
    program.add(new primitive(desc), desc, arguments);
    gradient.addBringing();
  }

  private void addDataBackward(Program program, Operand gy, Operand gx) {
    Values own = parameters.values(null);
    F forward = forwardDesc(program, gx, gy, own, Program.attributes());
    primitive_desc desc = dataDesc(program, gx, gy, own, forward);
    Arguments arguments =
        Arguments.of(DNNL_ARG_WEIGHTS, own.weights().in(program, desc.weights_desc()))
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx);
    program.add(new primitive(desc), desc, arguments);
  }
}
