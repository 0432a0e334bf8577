package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import dev.weft.dsl.op.LayerNormOp;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.layer_normalization_backward;
import org.bytedeco.dnnl.layer_normalization_forward;

/**
 * Normalisation over all elements of an image, which is a row for oneDNN. It lies with channels
 * last, and so have weight and bias to, which have channels first.
 */
final class DnnlLayerNorm implements LayerNorm {
  private static final int SCALE_AND_SHIFT =
      normalization_flags.use_scale.value | normalization_flags.use_shift.value;

  private final LayerNormOp op;
  private final Cpu cpu;
  private final Programs programs;
  private final Parameter weight;
  private final Parameter bias;
  private final Layout plain;

  /** The elements of an image as they lie in a tensor. */
  private final Layout lying;

  private final Weights scale;
  private final Weights shift;
  private final Statistics statistics = new Statistics();
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlLayerNorm(String name, LayerNormOp op, ParameterFactory factory, Cpu cpu) {
    this.op = op;
    this.cpu = cpu;
    programs = new Programs(cpu);
    weight = factory.create(name, op.parameters().get(0));
    bias = factory.create(name, op.parameters().get(1));
    long[] dims = Arrays.stream(op.shape().batched(1)).toArray();
    plain = Layout.plain(dims);
    lying = Layout.channelsLast(dims);
    scale = Weights.of(cpu.shared(), plain, weight);
    shift = Weights.of(cpu.shared(), plain, bias);
  }

  @Override
  public Parameter weight() {
    return weight;
  }

  @Override
  public Parameter bias() {
    return bias;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    Operand x = rows(program, program.read(tensors[0]));
    Operand y = rows(program, program.write(tensors[1]));
    layer_normalization_forward.primitive_desc desc = forwardDesc(x, y);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SRC, x.memory())
            .and(DNNL_ARG_DST, y)
            .and(DNNL_ARG_SCALE, row(program, scale))
            .and(DNNL_ARG_SHIFT, row(program, shift));
    statistics.addForward(tensors[0], desc.mean_desc(), program, arguments);
    program.add(new layer_normalization_forward(desc), desc, arguments);
  }

  private layer_normalization_forward.primitive_desc forwardDesc(Operand x, Operand y) {
    return new layer_normalization_forward.primitive_desc(
        cpu.engine(),
        cpu.forward().value,
        x.desc(),
        y.desc(),
        (float) op.epsilon(),
        SCALE_AND_SHIFT,
        Program.attributes(),
        false);
  }

  /** Images as a matrix with a row for each. */
  private Operand rows(Program program, Operand images) {
    return program.by(Layout.plain(images.layout().dim(0), op.shape().elements()), images);
  }

  private Operand row(Program program, Weights values) {
    return row(program, new Operand(lying, values.in(program, lying.desc(Numbers.FLOAT.type()))));
  }

  private Operand row(Program program, Operand one) {
    return program.by(Layout.plain(op.shape().elements()), one);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    programs.run(backward, x, gy, gx);
    cpu.parametersChange();
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    Operand x = rows(program, program.read(tensors[0]));
    Operand gy = rows(program, program.read(tensors[1]));
    Operand gx = rows(program, program.writeIfAsked(tensors[2], x.layout()));
    layer_normalization_backward.primitive_desc desc =
        new layer_normalization_backward.primitive_desc(
            cpu.engine(),
            prop_kind.backward.value,
            gx.desc(),
            gy.desc(),
            x.desc(),
            (float) op.epsilon(),
            SCALE_AND_SHIFT,
            forwardDesc(x, x),
            Program.attributes(),
            false);
    Gradient scaleGradient = gradient(program, weight);
    Gradient shiftGradient = gradient(program, bias);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SRC, x.memory())
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx)
            .and(DNNL_ARG_SCALE, row(program, scale))
            .and(DNNL_ARG_DIFF_SCALE, row(program, new Operand(lying, scaleGradient.memory())))
            .and(DNNL_ARG_DIFF_SHIFT, row(program, new Operand(lying, shiftGradient.memory())));
    statistics.addBackward(tensors[0], arguments);
    program.add(new layer_normalization_backward(desc), desc, arguments);
    scaleGradient.addBringing();
    shiftGradient.addBringing();
  }

  private Gradient gradient(Program program, Parameter parameter) {
    return new Gradient(program, parameter, plain, lying.desc(Numbers.FLOAT.type()));
  }
}
