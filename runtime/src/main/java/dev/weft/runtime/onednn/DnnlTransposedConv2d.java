package dev.weft.runtime.onednn;

import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.onednn.LinearParameters.Values;
import org.bytedeco.dnnl.deconvolution_backward_data;
import org.bytedeco.dnnl.deconvolution_backward_weights;
import org.bytedeco.dnnl.deconvolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.primitive_attr;

/** A transposed convolution, whose windows slide over its output. */
final class DnnlTransposedConv2d extends LinearLayer<deconvolution_forward.primitive_desc>
    implements TransposedConv2d {
  private final TransposedConvOp op;

  DnnlTransposedConv2d(String name, TransposedConvOp op, ParameterFactory factory, Cpu cpu) {
    super(
        new LinearParameters(
            name,
            "transposed convolution",
            op.parameters(),
            layout(op),
            op.filters(),
            factory,
            cpu),
        cpu);
    this.op = op;
  }

  /** oneDNN counts filters first, the parameter has channels first. */
  private static Layout layout(TransposedConvOp op) {
    long height = op.window().kernel().height();
    long width = op.window().kernel().width();
    long groups = op.groups();
    return groups == 1
        ? Layout.plain(op.channels(), op.filters(), height, width).permuted(1, 0, 2, 3)
        : Layout.plain(groups, op.channels() / groups, op.filters() / groups, height, width)
            .permuted(0, 2, 1, 3, 4);
  }

  @Override
  boolean leavesPaddingOnly(Layout input, Layout output) {
    return Slides.leavePaddingOnly(op.window(), output, input);
  }

  @Override
  deconvolution_forward.primitive_desc forwardDesc(
      Program program, Operand x, Operand y, Values values, primitive_attr attributes) {
    Slides slides = Slides.of(op.window(), y.layout(), x.layout());
    return new deconvolution_forward.primitive_desc(
        program.cpu().engine(),
        prop_kind.forward_training,
        algorithm.deconvolution_direct,
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
  deconvolution_backward_weights.primitive_desc weightsDesc(
      Program program,
      Operand x,
      Operand gy,
      Values values,
      deconvolution_forward.primitive_desc forward) {
    Slides slides = Slides.of(op.window(), gy.layout(), x.layout());
    return new deconvolution_backward_weights.primitive_desc(
        program.cpu().engine(),
        algorithm.deconvolution_direct,
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
  deconvolution_backward_data.primitive_desc dataDesc(
      Program program,
      Operand gx,
      Operand gy,
      Values values,
      deconvolution_forward.primitive_desc forward) {
    Slides slides = Slides.of(op.window(), gy.layout(), gx.layout());
    return new deconvolution_backward_data.primitive_desc(
        program.cpu().engine(),
        algorithm.deconvolution_direct,
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
