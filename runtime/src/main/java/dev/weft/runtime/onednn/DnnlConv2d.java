package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.weft.dsl.op.ConvOp;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/** A convolution; the weights of groups lie in order, so that groups are but one dimension more. */
final class DnnlConv2d implements Conv2d, Linear {
  private final ConvOp op;
  private final Layout weights;
  private final LinearParameters parameters;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlConv2d(String name, ConvOp op, ParameterFactory factory, Cpu cpu) {
    this.op = op;
    this.weights = Layout.plain(dims(op));
    this.parameters =
        new LinearParameters(name, "convolution", op.parameters(), op.filters(), factory, cpu);
    this.programs = new Programs(cpu);
  }

  private static long[] dims(ConvOp op) {
    long height = op.window().kernel().height();
    long width = op.window().kernel().width();
    long groups = op.groups();
    return groups == 1
        ? new long[] {op.filters(), op.channels(), height, width}
        : new long[] {groups, op.filters() / groups, op.channels() / groups, height, width};
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
    Operand x = program.read(tensors[0]);
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
    LinearParameters.Values values = parameters.values(norm, weights);
    convolution_forward.primitive_desc desc = forwardDesc(program, x, y, values, attributes);
    arguments
        .and(DNNL_ARG_SRC, x)
        .and(DNNL_ARG_WEIGHTS, values.weights().in(program, desc.weights_desc()))
        .and(DNNL_ARG_DST, y);
    if (values.bias() != null) {
      arguments.and(DNNL_ARG_BIAS, values.bias().plain(program));
    }
    program.add(new convolution_forward(desc), desc, arguments);
  }

  private convolution_forward.primitive_desc forwardDesc(
      Program program,
      Operand x,
      Operand y,
      LinearParameters.Values values,
      primitive_attr attributes) {
    Slides slides = Slides.of(op.window(), x.layout(), y.layout());
    memory.desc bias = values.bias() == null ? new memory.desc() : parameters.biasDesc();
    return new convolution_forward.primitive_desc(
        program.cpu().engine(),
        prop_kind.forward_training,
        algorithm.convolution_direct,
        x.desc(),
        values.weights().any(),
        bias,
        y.desc(),
        slides.strides(),
        slides.gaps(),
        slides.before(),
        slides.behind(),
        attributes,
        false);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    programs.run(backward, x, gy, gx);
    parameters.change();
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand gy = program.read(tensors[1]);
    LinearParameters.Values own = parameters.values(null, weights);
    convolution_forward.primitive_desc hint =
        forwardDesc(program, x, gy, own, Program.attributes());
    Slides slides = Slides.of(op.window(), x.layout(), gy.layout());
    addWeightsBackward(program, x, gy, own, slides, hint);
    if (tensors[2] != null) {
      addDataBackward(program, gy, program.write(tensors[2]), own, slides, hint);
    }
  }

  private void addWeightsBackward(
      Program program,
      Operand x,
      Operand gy,
      LinearParameters.Values own,
      Slides slides,
      convolution_forward.primitive_desc hint) {
    boolean biased = parameters.hasBias();
    convolution_backward_weights.primitive_desc desc =
        new convolution_backward_weights.primitive_desc(
            program.cpu().engine(),
            algorithm.convolution_direct,
            x.desc(),
            own.weights().any(),
            biased ? parameters.biasDesc() : new memory.desc(),
            gy.desc(),
            slides.strides(),
            slides.gaps(),
            slides.before(),
            slides.behind(),
            hint,
            Program.attributes(),
            false);
    Gradient gradient = parameters.weightGradient(desc.diff_weights_desc(), weights);
    Arguments arguments =
        Arguments.of(DNNL_ARG_DIFF_WEIGHTS, gradient.memory())
            .and(DNNL_ARG_SRC, x)
            .and(DNNL_ARG_DIFF_DST, gy);
    if (biased) {
      arguments.and(DNNL_ARG_DIFF_BIAS, parameters.biasGradient());
    }
    program.add(new convolution_backward_weights(desc), desc, arguments);
    gradient.addTo(program);
  }

  private void addDataBackward(
      Program program,
      Operand gy,
      Operand gx,
      LinearParameters.Values own,
      Slides slides,
      convolution_forward.primitive_desc hint) {
    convolution_backward_data.primitive_desc desc =
        new convolution_backward_data.primitive_desc(
            program.cpu().engine(),
            algorithm.convolution_direct,
            gx.desc(),
            own.weights().any(),
            gy.desc(),
            slides.strides(),
            slides.gaps(),
            slides.before(),
            slides.behind(),
            hint,
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_WEIGHTS, own.weights().in(program, desc.weights_desc()))
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx);
    program.add(new convolution_backward_data(desc), desc, arguments);
  }
}
