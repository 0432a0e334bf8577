package dev.weft.runtime.model;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.TestTensors;

/** A network of little but weights: {@code 4096 -> dense 4096}, for inference. */
final class WideNetwork extends Model {
  static final int FEATURES = 4096;
  static final int OUTPUTS = 4096;
  static final long WEIGHT_BYTES = 4L * FEATURES * OUTPUTS;

  private final Dense dense;

  WideNetwork(ModelOptions options) {
    super(options);
    dense = kernels.dense("dense", DenseOp.of(FEATURES, OUTPUTS));
  }

  @Override
  public NetworkType<WideNetwork> type() {
    return NetworkType.named("WideNetwork", WideNetwork::new)
        .shapes(Shape.of(FEATURES), Shape.of(OUTPUTS))
        .build();
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    Tensor input = TestTensors.zeros(kernels, batch, FEATURES);
    Tensor output = TestTensors.zeros(kernels, batch, OUTPUTS);
    Fused step = kernels.fused(dense);
    return new InferencePass() {
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
        step.forward(input, output);
      }
    };
  }
}
