package dev.weft.runtime.onednn;

import dev.weft.dsl.op.ConvOp;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.onednn.LinearParameters.Values;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.primitive_attr;

/** A convolution; the weights of groups lie in order, so that groups are but one dimension more. */
final class DnnlConv2d extends LinearLayer<convolution_forward.primitive_desc> implements Conv2d {
  private final ConvOp op;

  DnnlConv2d(String name, ConvOp op, ParameterFactory factory, Cpu cpu) {
    super(
        new LinearParameters(
            name,
            "convolution",
            op.parameters(),
            Layout.plain(dims(op)),
            op.filters(),
            factory,
            cpu),
        cpu);
    this.op = op;
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
  void addTo(
      Program program,
      Operand x,
      Operand y,
      DnnlBatchNorm norm,
      primitive_attr attributes,
      Arguments arguments) {
    super.addTo(program, seen(program, x, y), y, norm, attributes, arguments);
  }

  /** A lone channel without the columns that a single column of windows leaves out; see Slides. */
  private Operand seen(Program program, Operand x, Operand y) {
    long columns = Math.max(1, op.window().reach().width() - op.window().padding().left());
    boolean leavesOut = y.layout().dim(3) == 1 && columns < x.layout().dim(3);
    return op.channels() == 1 && leavesOut ? program.by(x.layout().range(3, 0, columns), x) : x;
  }

  @Override
  void addWeightsBackward(Program program, DnnlTensor input, Operand gy) {
    if (PointwiseGradient.isFor(op)) {
      PointwiseGradient.add(program, input, op.window().stride(), gy, parameters());
    } else {
      super.addWeightsBackward(program, input, gy);
    }
  }

  @Override
  boolean leavesPaddingOnly(Layout input, Layout output) {
    return Slides.leavePaddingOnly(op.window(), input, output);
  }

  @Override
  convolution_forward.primitive_desc forwardDesc(
      Program program, Operand x, Operand y, Values values, primitive_attr attributes) {
    Slides slides = Slides.of(op.window(), x.layout(), y.layout());
    return new convolution_forward.primitive_desc(
        program.cpu().engine(),
        prop_kind.forward_training,
        algorithm.convolution_direct,
        x.desc(),
        values.weights().any(x.type()),
        biasDesc(values),
        y.desc(),
        slides.strides(),
        slides.gaps(),
        slides.before(),
        slides.behind(),
        attributes,
        false);
  }

  @Override
  convolution_backward_weights.primitive_desc weightsDesc(
      Program program,
      Operand x,
      Operand gy,
      Values values,
      convolution_forward.primitive_desc forward) {
    Slides slides = Slides.of(op.window(), x.layout(), gy.layout());
    return new convolution_backward_weights.primitive_desc(
        program.cpu().engine(),
        algorithm.convolution_direct,
        x.desc(),
        values.weights().any(Numbers.FLOAT.type()),
        biasDesc(values),
        gy.desc(),
        slides.strides(),
        slides.gaps(),
        slides.before(),
        slides.behind(),
        forward,
        Program.attributes(),
        false);
  }

  @Override
  convolution_backward_data.primitive_desc dataDesc(
      Program program,
      Operand gx,
      Operand gy,
      Values values,
      convolution_forward.primitive_desc forward) {
    Slides slides = Slides.of(op.window(), gx.layout(), gy.layout());
    return new convolution_backward_data.primitive_desc(
        program.cpu().engine(),
        algorithm.convolution_direct,
        gx.desc(),
        values.weights().any(gy.type()),
        gy.desc(),
        slides.strides(),
        slides.gaps(),
        slides.before(),
        slides.behind(),
        forward,
        Program.attributes(),
        false);
  }
}
