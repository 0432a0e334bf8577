package dev.weft.runtime.onednn;

import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.onednn.LinearParameters.Values;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.primitive_attr;

/** A dense layer. */
final class DnnlDense extends LinearLayer<inner_product_forward.primitive_desc> implements Dense {
  private final DenseOp op;

  DnnlDense(String name, DenseOp op, ParameterFactory factory, Cpu cpu) {
    super(
        new LinearParameters(
            name,
            "dense layer",
            op.parameters(),
            Layout.plain(op.outputs(), op.inputs()),
            op.outputs(),
            factory,
            cpu),
        cpu);
    this.op = op;
  }

  @Override
  boolean leavesPaddingOnly(Layout input, Layout output) {
    return false;
  }

  @Override
  inner_product_forward.primitive_desc forwardDesc(
      Program program, Operand x, Operand y, Values values, primitive_attr attributes) {
    return new inner_product_forward.primitive_desc(
        program.cpu().engine(),
        prop_kind.forward_training,
        x.desc(),
        values.weights().any(x.type()),
        biasDesc(values),
        y.desc(),
        attributes,
        false);
  }

  @Override
  inner_product_backward_weights.primitive_desc weightsDesc(
      Program program,
      Operand x,
      Operand gy,
      Values values,
      inner_product_forward.primitive_desc forward) {
    return new inner_product_backward_weights.primitive_desc(
        program.cpu().engine(),
        x.desc(),
        values.weights().any(Numbers.FLOAT.type()),
        biasDesc(values),
        gy.desc(),
        forward,
        Program.attributes(),
        false);
  }

  @Override
  inner_product_backward_data.primitive_desc dataDesc(
      Program program,
      Operand gx,
      Operand gy,
      Values values,
      inner_product_forward.primitive_desc forward) {
    return new inner_product_backward_data.primitive_desc(
        program.cpu().engine(),
        gx.desc(),
        values.weights().any(gy.type()),
        gy.desc(),
        forward,
        Program.attributes(),
        false);
  }
}
