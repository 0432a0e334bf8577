package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** A function applied to each element. */
final class DnnlElementwise implements Elementwise {
  private final Function function;
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlElementwise(Function function, Cpu cpu) {
    this.function = function;
    this.programs = new Programs(cpu);
  }

  Function function() {
    return function;
  }

  /** Attributes for a primitive that computes the function of its result at once. */
  primitive_attr behind() {
    post_ops after = new post_ops();
    function.appendTo(after);
    primitive_attr attributes = Program.attributes();
    attributes.set_post_ops(after);
    return attributes;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand y = program.writeAsItLies(tensors[1]);
    addTo(program, program.read(tensors[0], y.layout()), y);
  }

  /** Adds the function to a program; {@code x} may be {@code y}. */
  void addTo(Program program, Operand x, Operand y) {
    eltwise_forward.primitive_desc desc = forwardDesc(program, x, y);
    Arguments arguments = Arguments.of(DNNL_ARG_SRC, x.memory()).and(DNNL_ARG_DST, y);
    program.add(new eltwise_forward(desc), desc, arguments);
  }

  private eltwise_forward.primitive_desc forwardDesc(Program program, Operand x, Operand y) {
    return new eltwise_forward.primitive_desc(
        program.cpu().engine(),
        prop_kind.forward_training,
        function.forward(),
        x.desc(),
        y.desc(),
        function.alpha(),
        function.beta(),
        Program.attributes(),
        false);
  }

  @Override
  public void backward(Tensor kept, Tensor gy, Tensor gx) {
    programs.run(backward, kept, gy, gx);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand gx = program.writeAsItLies(tensors[2]);
    Operand kept = program.read(tensors[0], gx.layout());
    Operand gy = program.read(tensors[1], gx.layout());
    addBackwardTo(program, kept, gy, gx);
  }

  /** Adds the gradient of the input to a program. */
  void addBackwardTo(Program program, Operand kept, Operand gy, Operand gx) {
    eltwise_backward.primitive_desc desc =
        new eltwise_backward.primitive_desc(
            program.cpu().engine(),
            function.backward(),
            gx.desc(),
            gy.desc(),
            kept.desc(),
            function.alpha(),
            function.beta(),
            forwardDesc(program, kept, kept),
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(function.isDerivedFromOutput() ? DNNL_ARG_DST : DNNL_ARG_SRC, kept.memory())
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx);
    program.add(new eltwise_backward(desc), desc, arguments);
  }
}
