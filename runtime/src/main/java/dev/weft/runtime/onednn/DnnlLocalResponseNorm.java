package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.lrn_backward;
import org.bytedeco.dnnl.lrn_forward;

/** Local response normalisation over an odd number of channels. */
final class DnnlLocalResponseNorm implements LocalResponseNorm {
  private static final int SAFE_SIZE = 5;
  private static final int SAFE_CHANNELS = 16;

  private final LocalResponseNormOp op;
  private final LocalResponseNorm elsewhere;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  private final Workspaces workspaces = new Workspaces();

  /**
   * A layer.
   *
   * @param elsewhere computes what oneDNN cannot
   */
  DnnlLocalResponseNorm(LocalResponseNormOp op, LocalResponseNorm elsewhere, Cpu cpu) {
    this.op = op;
    this.elsewhere = elsewhere;
    this.programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    if (isAmbiguous(x)) {
      elsewhere.forward(x, y);
    } else {
      programs.run(forward, x, y);
    }
  }

  /**
   * Whether the elements lie in the same order with channels first and last. oneDNN takes them for
   * the latter then, with which it kills the process; see {@link #layout}.
   */
  private static boolean isAmbiguous(Tensor x) {
    long[] dims = x.dims();
    return dims[1] == 1 || dims[2] * dims[3] == 1;
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Layout layout = layout(tensors[0]);
    Operand x = program.read(tensors[0], layout);
    Operand y = program.write(tensors[1], layout);
    lrn_forward.primitive_desc desc = forwardDesc(program, x, y);
    Arguments arguments = Arguments.of(DNNL_ARG_SRC, x.memory()).and(DNNL_ARG_DST, y);
    workspaces.addForward(tensors[0], desc.workspace_desc(), program, arguments);
    program.add(new lrn_forward(desc), desc, arguments);
  }

  /**
   * oneDNN 3.11 kills the process when it makes the backward primitive for channels last of other
   * sizes.
   */
  private Layout layout(DnnlTensor x) {
    long[] dims = x.dims();
    boolean isSafe = op.size() == SAFE_SIZE && dims[1] % SAFE_CHANNELS == 0;
    return isSafe ? Layout.channelsLast(dims) : Layout.plain(dims);
  }

  private lrn_forward.primitive_desc forwardDesc(Program program, Operand x, Operand y) {
    return new lrn_forward.primitive_desc(
        program.cpu().engine(),
        program.cpu().forward(),
        algorithm.lrn_across_channels,
        x.desc(),
        y.desc(),
        op.size(),
        (float) op.alpha(),
        (float) op.beta(),
        (float) op.k(),
        Program.attributes(),
        false);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    if (isAmbiguous(x)) {
      elsewhere.backward(x, gy, gx);
    } else {
      programs.run(backward, x, gy, gx);
    }
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Layout layout = layout(tensors[0]);
    Operand x = program.read(tensors[0], layout);
    Operand gy = program.read(tensors[1], layout);
    Operand gx = program.write(tensors[2], layout);
    lrn_backward.primitive_desc desc =
        new lrn_backward.primitive_desc(
            program.cpu().engine(),
            algorithm.lrn_across_channels,
            gx.desc(),
            gy.desc(),
            x.desc(),
            op.size(),
            (float) op.alpha(),
            (float) op.beta(),
            (float) op.k(),
            forwardDesc(program, x, gy),
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SRC, x.memory())
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx);
    workspaces.addBackward(tensors[0], arguments);
    program.add(new lrn_backward(desc), desc, arguments);
  }
}
