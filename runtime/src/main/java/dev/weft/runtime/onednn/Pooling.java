package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.weft.dsl.op.Window;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * A pooling of a certain kind.
 *
 * @param kind what it takes of each window
 * @param slides the windows
 */
record Pooling(algorithm kind, Slides slides) {
  static Pooling of(algorithm kind, Window window, Layout input, Layout output) {
    return new Pooling(kind, Slides.of(window, input, output));
  }

  /** Adds sums over windows as averages of them, as oneDNN has no fast primitive for sums. */
  static void addSums(Program program, Window window, Operand images, Operand sums) {
    Pooling averages =
        of(algorithm.pooling_avg_exclude_padding, window, images.layout(), sums.layout());
    post_ops times = new post_ops();
    times.append_eltwise(
        algorithm.eltwise_linear, window.kernel().height() * window.kernel().width(), 0);
    primitive_attr attributes = Program.attributes();
    attributes.set_post_ops(times);
    pooling_forward.primitive_desc desc = averages.forward(program, images, sums, attributes);
    averages.addForward(program, desc, images, sums, new Arguments());
  }

  pooling_forward.primitive_desc forward(Program program, Operand x, Operand y) {
    return forward(program, x, y, Program.attributes());
  }

  /**
   * Describes the forward primitive.
   *
   * @param attributes what it does behind the pooling
   */
  private pooling_forward.primitive_desc forward(
      Program program, Operand x, Operand y, primitive_attr attributes) {
    return new pooling_forward.primitive_desc(
        program.cpu().engine(),
        program.cpu().forward(),
        kind,
        x.desc(),
        y.desc(),
        slides.strides(),
        slides.kernel(),
        slides.gaps(),
        slides.before(),
        slides.behind(),
        attributes,
        false);
  }

  /**
   * Adds the forward pass.
   *
   * @param arguments what it needs but input and output
   */
  void addForward(
      Program program,
      pooling_forward.primitive_desc desc,
      Operand x,
      Operand y,
      Arguments arguments) {
    program.add(
        new pooling_forward(desc), desc, arguments.and(DNNL_ARG_SRC, x).and(DNNL_ARG_DST, y));
  }

  /**
   * Adds the backward pass.
   *
   * @param arguments what it needs but the gradients
   */
  void addBackward(Program program, Operand gy, Operand gx, Arguments arguments) {
    pooling_backward.primitive_desc desc =
        new pooling_backward.primitive_desc(
            program.cpu().engine(),
            kind,
            gx.desc(),
            gy.desc(),
            slides.strides(),
            slides.kernel(),
            slides.gaps(),
            slides.before(),
            slides.behind(),
            forward(program, gx, gy),
            Program.attributes(),
            false);
    arguments.and(DNNL_ARG_DIFF_DST, gy).and(DNNL_ARG_DIFF_SRC, gx);
    program.add(new pooling_backward(desc), desc, arguments);
  }
}
