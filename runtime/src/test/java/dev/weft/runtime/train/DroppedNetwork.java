package dev.weft.runtime.train;

import static dev.weft.runtime.testing.TestTensors.zeros;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.model.InferencePass;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.TrainingPass;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.HandWrittenPass;

/** {@code 1 x 6 x 6 -> conv 3x3, 2 -> batch norm -> dropout 0.5 -> dense 4}: all that is random. */
final class DroppedNetwork extends Model {
  private static final int FEATURES = 32;
  private static final String TABLE =
      """
      layer    operation       output  parameters  MACs  sees  memory
      conv     conv 3x3, 2  2 x 4 x 4          18   288   3x3   128 B
      norm     batchNorm    2 x 4 x 4           4     -   3x3   128 B
      dropout  dropout 0.5  2 x 4 x 4           -     -   3x3   128 B
      dense    dense 4              4         132   128   6x6    16 B
      total                               154   416
      """;

  private final Conv2d conv;
  private final BatchNorm norm;
  private final Dropout dropout;
  private final Dense dense;

  DroppedNetwork(ModelOptions options) {
    super(options);
    conv = kernels.conv2d("conv", ConvOp.of(1, 2, Window.of(3, 3)).noBias());
    norm = kernels.batchNorm("norm", new BatchNormOp(2, 1e-5, 0.1));
    dropout = kernels.dropout("dropout", new DropoutOp(0.5));
    dense = kernels.dense("dense", DenseOp.of(FEATURES, 4));
  }

  @Override
  public NetworkType<DroppedNetwork> type() {
    return NetworkType.named("DroppedNetwork", DroppedNetwork::new)
        .shapes(Shape.of(1, 6, 6), Shape.of(4))
        .summary(() -> TABLE)
        .build();
  }

  @Override
  protected TrainingPass trainingPass(int batch) {
    return new Pass(batch);
  }

  @Override
  protected InferencePass inferencePass(int batch) {
    return new Pass(batch);
  }

  private final class Pass extends HandWrittenPass implements InferencePass {
    private final Tensor convolved;
    private final Tensor normal;
    private final Tensor mask;
    private final Tensor dropped;
    private final Tensor gradient;

    Pass(int batch) {
      super(zeros(kernels, batch, 1, 6, 6), zeros(kernels, batch, 4), zeros(kernels, batch, 4));
      convolved = zeros(kernels, batch, 2, 4, 4);
      normal = zeros(kernels, batch, 2, 4, 4);
      mask = zeros(kernels, batch, 2, 4, 4);
      dropped = zeros(kernels, batch, 2, 4, 4);
      gradient = zeros(kernels, batch, 2, 4, 4);
    }

    private Tensor flat(Tensor image) {
      return image.reshaped(image.dims()[0], FEATURES);
    }

    @Override
    public void forward() {
      conv.forward(input, convolved);
      norm.forward(convolved, normal);
      dropout.forward(normal, mask, dropped);
      dense.forward(flat(dropped), output);
    }

    @Override
    public void backward() {
      dense.backward(flat(dropped), outputGradient, flat(gradient));
      dropout.backward(mask, gradient, gradient);
      norm.backward(convolved, gradient, gradient);
      conv.backward(input, gradient, null);
    }

    @Override
    public void run() {
      conv.forward(input, convolved);
      norm.infer(convolved, normal);
      dense.forward(flat(normal), output);
    }
  }
}
