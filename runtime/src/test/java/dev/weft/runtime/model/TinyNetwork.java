package dev.weft.runtime.model;

import static dev.weft.runtime.testing.TestTensors.zeros;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code 2 x 4 x 4 -> conv 3x3, 3 -> batch norm -> tanh -> dropout -> dense 5}, as the processor
 * would write it.
 */
final class TinyNetwork extends Model {
  static final Shape INPUT = Shape.of(2, 4, 4);
  static final String TABLE =
      """
      layer    operation
      conv     conv 3x3, 3
      norm     batchNorm
      tanh     tanh
      dropout  dropout 0
      head.0   dense 5
      total
      """;
  static final int PARAMETERS = 3 * 2 * 9 + 3 + 3 + 5 * 12 + 5;

  /** For one image: input, features and output; and what training adds to them. */
  static final long INFERENCE_BYTES = (32 + 12 + 5) * 4L;

  static final long TRAINING_BYTES = (32 + 12 * 5 + 5 * 2) * 4L;

  final List<Integer> batchesTrained = new ArrayList<>();
  final List<Integer> batchesPredicted = new ArrayList<>();
  Runnable whilePredicting = () -> {};
  Runnable whileRunning = () -> {};

  private final Conv2d conv;
  private final BatchNorm norm;
  private final Elementwise tanh;
  private final Dropout dropout;
  private final Dense dense;

  TinyNetwork(ModelOptions options, double p) {
    super(options);
    conv = kernels.conv2d("conv", ConvOp.of(2, 3, Window.of(3, 3)).noBias());
    norm = kernels.batchNorm("norm", new BatchNormOp(3, 1e-5, 0.1));
    tanh = kernels.elementwise("tanh", new ActivationOp(Activation.TANH));
    dropout = kernels.dropout("dropout", new DropoutOp(p));
    dense = kernels.dense("head.0", DenseOp.of(12, 5));
  }

  TinyNetwork(ModelOptions options) {
    this(options, 0);
  }

  @Override
  public NetworkType<TinyNetwork> type() {
    return NetworkType.named("TinyNetwork", TinyNetwork::new)
        .shapes(INPUT, Shape.of(5))
        .costs(PARAMETERS, 3 * 2 * 9 * 4 + 5 * 12)
        .bytes((PARAMETERS + 6) * 4L, INFERENCE_BYTES, TRAINING_BYTES)
        .summary(() -> TABLE)
        .places(() -> "Tiny.java: 3 3\n?: 0\nTiny.java: 4 4")
        .build();
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    batchesTrained.add(batch);
    return new Training(batch);
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    batchesPredicted.add(batch);
    whilePredicting.run();
    return new Inference(batch);
  }

  private static Tensor flat(Tensor images) {
    return images.reshaped(images.dims()[0], 12);
  }

  private final class Inference implements InferencePass {
    private final Tensor input;
    private final Tensor features;
    private final Tensor output;

    Inference(int batch) {
      input = zeros(kernels, batch, 2, 4, 4);
      features = zeros(kernels, batch, 3, 2, 2);
      output = zeros(kernels, batch, 5);
    }

    @Override
    public Tensor input() {
      return input;
    }

    @Override
    public Tensor output() {
      return output;
    }

    @Override
    public void run() {
      whileRunning.run();
      conv.forward(input, features);
      norm.infer(features, features);
      tanh.forward(features, features);
      dense.forward(flat(features), output);
    }
  }

  private final class Training implements TrainingPass {
    private final Tensor input;
    private final Tensor inputGradient;
    private final Tensor convolved;
    private final Tensor active;
    private final Tensor mask;
    private final Tensor dropped;
    private final Tensor gradient;
    private final Tensor output;
    private final Tensor outputGradient;

    Training(int batch) {
      input = zeros(kernels, batch, 2, 4, 4);
      inputGradient = options.inputGradient() ? zeros(kernels, batch, 2, 4, 4) : null;
      convolved = zeros(kernels, batch, 3, 2, 2);
      active = zeros(kernels, batch, 3, 2, 2);
      mask = zeros(kernels, batch, 3, 2, 2);
      dropped = zeros(kernels, batch, 3, 2, 2);
      gradient = zeros(kernels, batch, 3, 2, 2);
      output = zeros(kernels, batch, 5);
      outputGradient = zeros(kernels, batch, 5);
    }

    @Override
    public Tensor input() {
      return input;
    }

    @Override
    public Tensor output() {
      return output;
    }

    @Override
    public Tensor outputGradient() {
      return outputGradient;
    }

    @Override
    public Tensor inputGradient() {
      return inputGradient;
    }

    @Override
    public void forward() {
      conv.forward(input, convolved);
      norm.forward(convolved, active);
      tanh.forward(active, active);
      dropout.forward(active, mask, dropped);
      dense.forward(flat(dropped), output);
    }

    @Override
    public void backward() {
      dense.backward(flat(dropped), outputGradient, flat(gradient));
      dropout.backward(mask, gradient, gradient);
      tanh.backward(active, gradient, gradient);
      norm.backward(convolved, gradient, gradient);
      conv.backward(input, gradient, inputGradient);
    }
  }
}
