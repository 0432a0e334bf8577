package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.weft.dsl.op.GroupNormOp;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.GroupNormLayer;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.group_normalization_backward;
import org.bytedeco.dnnl.group_normalization_forward;
import org.bytedeco.dnnl.memory;

/** Normalisation over groups of channels. */
final class DnnlGroupNorm extends GroupNormLayer {
  private final GroupNormOp op;
  private final Cpu cpu;
  private final Programs programs;
  private final Statistics statistics = new Statistics();
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlGroupNorm(String name, GroupNormOp op, ParameterFactory factory, Cpu cpu) {
    super(name, op, factory);
    this.op = op;
    this.cpu = cpu;
    programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand y = program.write(tensors[1]);
    group_normalization_forward.primitive_desc desc = forwardDesc(x, y);
    Arguments arguments = Arguments.of(DNNL_ARG_SRC, x.memory()).and(DNNL_ARG_DST, y);
    statistics.addForward(tensors[0], desc.mean_desc(), program, arguments);
    if (op.affine()) {
      arguments
          .and(DNNL_ARG_SCALE, perChannel(weight().value()))
          .and(DNNL_ARG_SHIFT, perChannel(bias().value()));
    }
    program.add(new group_normalization_forward(desc), desc, arguments);
  }

  private group_normalization_forward.primitive_desc forwardDesc(Operand x, Operand y) {
    return new group_normalization_forward.primitive_desc(
        cpu.engine(),
        cpu.forward().value,
        x.desc(),
        y.desc(),
        op.groups(),
        (float) op.epsilon(),
        flags(),
        Program.attributes(),
        false);
  }

  private int flags() {
    return op.affine()
        ? normalization_flags.use_scale.value | normalization_flags.use_shift.value
        : normalization_flags.none.value;
  }

  private memory perChannel(Tensor values) {
    return cpu.floats(Layout.plain(op.channels()), values.storage());
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    programs.run(backward, x, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand gy = program.read(tensors[1]);
    Operand gx = program.writeIfAsked(tensors[2], x.layout());
    group_normalization_backward.primitive_desc desc =
        new group_normalization_backward.primitive_desc(
            cpu.engine(),
            prop_kind.backward.value,
            gx.desc(),
            gy.desc(),
            x.desc(),
            op.groups(),
            (float) op.epsilon(),
            flags(),
            forwardDesc(x, x),
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SRC, x.memory())
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx);
    statistics.addBackward(tensors[0], arguments);
    if (op.affine()) {
      arguments
          .and(DNNL_ARG_SCALE, perChannel(weight().value()))
          .and(DNNL_ARG_DIFF_SCALE, gradient(program, weight()))
          .and(DNNL_ARG_DIFF_SHIFT, gradient(program, bias()));
    }
    program.add(new group_normalization_backward(desc), desc, arguments);
  }

  /** Where the gradient of a parameter goes at once, as its layout is the primitive's. */
  private memory gradient(Program program, Parameter parameter) {
    Layout layout = Layout.plain(op.channels());
    return new Gradient(program, parameter, layout, layout.desc(Numbers.FLOAT.type())).memory();
  }
}
