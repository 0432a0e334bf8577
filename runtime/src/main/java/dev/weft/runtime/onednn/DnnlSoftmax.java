package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;

/** The softmax over channels or features. */
final class DnnlSoftmax implements Softmax {
  private static final int CHANNELS = 1;

  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlSoftmax(Cpu cpu) {
    programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand y = program.write(tensors[1]);
    softmax_forward.primitive_desc desc = forwardDesc(program, x, y);
    program.add(
        new softmax_forward(desc),
        desc,
        Arguments.of(DNNL_ARG_SRC, x.memory()).and(DNNL_ARG_DST, y));
  }

  private static softmax_forward.primitive_desc forwardDesc(Program program, Operand x, Operand y) {
    return new softmax_forward.primitive_desc(
        program.cpu().engine(),
        prop_kind.forward_training,
        algorithm.softmax_accurate,
        x.desc(),
        y.desc(),
        CHANNELS,
        Program.attributes(),
        false);
  }

  @Override
  public void backward(Tensor y, Tensor gy, Tensor gx) {
    programs.run(backward, y, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand y = program.read(tensors[0]);
    Operand gy = program.read(tensors[1]);
    Operand gx = program.write(tensors[2]);
    softmax_backward.primitive_desc desc =
        new softmax_backward.primitive_desc(
            program.cpu().engine(),
            algorithm.softmax_accurate,
            gx.desc(),
            gy.desc(),
            y.desc(),
            CHANNELS,
            forwardDesc(program, y, y),
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_DST, y.memory())
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx);
    program.add(new softmax_backward(desc), desc, arguments);
  }
}
