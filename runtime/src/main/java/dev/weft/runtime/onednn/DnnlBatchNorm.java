package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.nd4j.BatchNormLayer;
import dev.weft.runtime.nd4j.ParameterFactory;
import dev.weft.runtime.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Batch normalisation. */
final class DnnlBatchNorm extends BatchNormLayer {
  private static final int SCALE_AND_SHIFT =
      normalization_flags.use_scale.value | normalization_flags.use_shift.value;
  private static final int WITH_RELU = SCALE_AND_SHIFT | normalization_flags.fuse_norm_relu.value;
  private static final int WITH_STATISTICS =
      SCALE_AND_SHIFT | normalization_flags.use_global_stats.value;

  private final BatchNormOp op;
  private final Cpu cpu;
  private final Programs programs;

  /** The statistics of the last batch; the variance is the biased one. */
  private final INDArray mean;

  private final INDArray variance;

  /** The parameters, asked for once: whoever asks is taken to be about to change them. */
  private final INDArray scale;

  private final INDArray shift;
  private final INDArray movingMean;
  private final INDArray movingVariance;

  /** Where the rectifier behind the normalisation let its input through. */
  private final Workspaces passed = new Workspaces();

  private final Programs.Maker forward = (program, tensors) -> addForward(program, null, tensors);
  private final Programs.Activated activated =
      new Programs.Activated(
          function -> (program, tensors) -> addForward(program, function, tensors));
  private final Programs.Maker inference = this::addInference;
  private final Programs.Maker backward =
      (program, tensors) ->
          addBackward(program, SCALE_AND_SHIFT, program.read(tensors[1]), tensors);
  private final Programs.Maker inferenceBackward = this::addInferenceBackward;
  private final Programs.Activated activatedBackward =
      new Programs.Activated(
          function -> (program, tensors) -> addBackward(program, function, tensors));

  DnnlBatchNorm(String name, BatchNormOp op, ParameterFactory factory, Cpu cpu) {
    super(name, op, factory);
    this.op = op;
    this.cpu = cpu;
    programs = new Programs(cpu);
    mean = Nd4j.createUninitializedDetached(DataType.FLOAT, op.channels());
    variance = Nd4j.createUninitializedDetached(DataType.FLOAT, op.channels());
    scale = weight().value().storage();
    shift = bias().value().storage();
    movingMean = runningMean().value().storage();
    movingVariance = runningVar().value().storage();
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    programs.run(forward, x, y);
    cpu.statisticsChange();
  }

  @Override
  public void forward(Tensor x, Elementwise function, Tensor y) {
    programs.run(activated.with(function), x, y);
    cpu.statisticsChange();
  }

  private void addForward(Program program, DnnlElementwise function, DnnlTensor... tensors) {
    int flags = isRelu(function) ? WITH_RELU : SCALE_AND_SHIFT;
    double count = valuesPerChannel(tensors[0]);
    Operand x = program.read(tensors[0]);
    Operand y = program.write(tensors[1]);
    batch_normalization_forward.primitive_desc desc =
        forwardDesc(x, y, prop_kind.forward_training, flags);
    Arguments arguments = scaleAndShift().and(DNNL_ARG_SRC, x).and(DNNL_ARG_DST, y);
    arguments.and(DNNL_ARG_MEAN, perChannel(mean)).and(DNNL_ARG_VARIANCE, perChannel(variance));
    passed.addForward(tensors[0], desc.workspace_desc(), program, arguments);
    program.add(new batch_normalization_forward(desc), desc, arguments);
    if (function != null && !isRelu(function)) {
      function.addTo(program, y, y);
    }
    FloatBuffer means = floats(movingMean);
    FloatBuffer variances = floats(movingVariance);
    FloatBuffer newMeans = floats(mean);
    FloatBuffer newVariances = floats(variance);
    program.add(
        () -> {
          move(means, newMeans, 1);
          move(variances, newVariances, count / (count - 1));
        });
  }

  private static boolean isRelu(DnnlElementwise function) {
    return function != null && function.function().isRelu();
  }

  /** {@code running = (1 - momentum) running + momentum factor newest}. */
  private void move(FloatBuffer running, FloatBuffer newest, double factor) {
    double momentum = op.momentum();
    for (int i = 0; i < op.channels(); i++) {
      double moved = (1 - momentum) * running.get(i) + momentum * factor * newest.get(i);
      running.put(i, (float) moved);
    }
  }

  private static FloatBuffer floats(INDArray array) {
    return new FloatPointer(Pointers.to(array, 0)).capacity(array.length()).asBuffer();
  }

  @Override
  public void infer(Tensor x, Tensor y) {
    programs.run(inference, x, y);
  }

  private void addInference(Program program, DnnlTensor... tensors) {
    addInference(program, program.read(tensors[0]), program.write(tensors[1]));
  }

  /** Adds normalisation with the running statistics. */
  void addInference(Program program, Operand x, Operand y) {
    batch_normalization_forward.primitive_desc desc =
        forwardDesc(x, y, prop_kind.forward_inference, WITH_STATISTICS);
    Arguments arguments = scaleAndShift().and(DNNL_ARG_SRC, x).and(DNNL_ARG_DST, y);
    arguments
        .and(DNNL_ARG_MEAN, perChannel(movingMean))
        .and(DNNL_ARG_VARIANCE, perChannel(movingVariance));
    program.add(new batch_normalization_forward(desc), desc, arguments);
  }

  private batch_normalization_forward.primitive_desc forwardDesc(
      Operand x, Operand y, prop_kind kind, int flags) {
    return new batch_normalization_forward.primitive_desc(
        cpu.engine(),
        kind.value,
        x.desc(),
        y.desc(),
        (float) op.epsilon(),
        flags,
        Program.attributes(),
        false);
  }

  private Arguments scaleAndShift() {
    return Arguments.of(DNNL_ARG_SCALE, perChannel(scale)).and(DNNL_ARG_SHIFT, perChannel(shift));
  }

  private memory perChannel(INDArray values) {
    return cpu.floats(Layout.plain(op.channels()), values);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    programs.run(backward, x, gy, gx);
    cpu.parametersChange();
  }

  @Override
  public void backward(Tensor x, Elementwise function, Tensor y, Tensor gy, Tensor gx) {
    programs.run(activatedBackward.with(function), x, gy, gx, y);
    cpu.parametersChange();
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    programs.run(inferenceBackward, gy, gx);
  }

  private void addInferenceBackward(Program program, DnnlTensor... tensors) {
    Operand gy = program.read(tensors[0]);
    long[] dims = new long[gy.layout().dims().length];
    Arrays.fill(dims, 1);
    dims[1] = op.channels();
    Layout perChannel = Layout.channelsLast(dims);
    Weights factors =
        Weights.computed(
            cpu.shared(), perChannel, weight().isFrozen(), result -> result.assign(factors()));
    Operand each = new Operand(perChannel, factors.in(program, perChannel.desc(gy.type())));
    Pairs.add(program, algorithm.binary_mul, gy, each, program.write(tensors[1]));
  }

  private void addBackward(Program program, DnnlElementwise function, DnnlTensor... tensors) {
    Operand gy = program.read(tensors[1]);
    if (isRelu(function)) {
      addBackward(program, WITH_RELU, gy, tensors);
    } else {
      Operand normalGradient = program.scratch(gy.layout());
      function.addBackwardTo(program, program.read(tensors[3]), gy, normalGradient);
      addBackward(program, SCALE_AND_SHIFT, normalGradient, tensors);
    }
  }

  private void addBackward(Program program, int flags, Operand gy, DnnlTensor... tensors) {
    Operand x = program.read(tensors[0]);
    Operand gx = program.writeIfAsked(tensors[2], x.layout());
    batch_normalization_backward.primitive_desc desc =
        new batch_normalization_backward.primitive_desc(
            cpu.engine(),
            prop_kind.backward.value,
            gx.desc(),
            gy.desc(),
            x.desc(),
            (float) op.epsilon(),
            flags,
            forwardDesc(x, x, prop_kind.forward_training, flags),
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SCALE, perChannel(scale))
            .and(DNNL_ARG_SRC, x)
            .and(DNNL_ARG_DIFF_DST, gy)
            .and(DNNL_ARG_DIFF_SRC, gx)
            .and(DNNL_ARG_MEAN, perChannel(mean))
            .and(DNNL_ARG_VARIANCE, perChannel(variance))
            .and(DNNL_ARG_DIFF_SCALE, perChannel(weight().gradient().storage()))
            .and(DNNL_ARG_DIFF_SHIFT, perChannel(bias().gradient().storage()));
    if (flags == WITH_RELU) {
      passed.addBackward(tensors[0], arguments);
    }
    program.add(new batch_normalization_backward(desc), desc, arguments);
  }

  /** What inference multiplies each channel by, in a new array. */
  INDArray factors() {
    INDArray deviations = Transforms.sqrt(movingVariance.add(op.epsilon()), false);
    return scale.div(deviations);
  }

  /**
   * What inference adds to each channel.
   *
   * @param before what was added in front, or null
   * @param result receives it
   * @return {@code result}
   */
  INDArray offsets(INDArray before, INDArray result) {
    INDArray centred = movingMean.neg();
    if (before != null) {
      centred.addi(before);
    }
    return result.assign(centred.muli(factors()).addi(shift));
  }
}
