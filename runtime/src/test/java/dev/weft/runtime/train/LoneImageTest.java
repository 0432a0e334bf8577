package dev.weft.runtime.train;

import static dev.weft.runtime.testing.TestTensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.data.ArrayDataset;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.model.InferencePass;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.TrainingPass;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.Bits;
import dev.weft.runtime.testing.HandWrittenPass;
import dev.weft.runtime.testing.TestArrays;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Single images at the end of epochs and of batches that are computed in parts. */
class LoneImageTest {
  private final Model network = new NormedNetwork(ModelOptions.defaults());

  private void train(int images, int batch, int microBatches) throws IOException {
    TrainOptions options =
        TrainOptions.defaults().epochs(1).batch(batch).microBatches(microBatches);
    new Trainer(network, new Sgd(network.parameters(), 0, 0), options)
        .train(new ArrayDataset(TestArrays.normal(1, DataType.FLOAT, images, 3), new int[images]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5  | 4 | 1 | batches of 4 leave one image alone at the end of an epoch of 5
          9  | 4 | 2 | batches of 4 in 2 parts leave one image alone at the end of an epoch of 9
          7  | 8 | 3 | batches of 8 in 3 parts leave one image alone at the end of an epoch of 7
          """)
  void aSingleImageAtTheEndOfAnEpochIsRefused(
      int images, int batch, int microBatches, String message) {
    assertIsRefused(images, batch, microBatches, message, ", at the end of an epoch, too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20 | 7 | 4 | batches of 7 in 4 parts leave one image alone in each
          8  | 4 | 4 | batches of 4 in 4 parts leave one image alone in each
          """)
  void aSingleImageInEachBatchIsRefused(int images, int batch, int microBatches, String message) {
    assertIsRefused(images, batch, microBatches, message, ", and fewer parts");
  }

  private void assertIsRefused(
      int images, int batch, int microBatches, String message, String remedy) {
    Map<String, List<Double>> before = Bits.of(network.arrays());
    assertThatExceptionOfType(BatchTooSmallException.class)
        .isThrownBy(() -> train(images, batch, microBatches))
        .withMessage(
            message
                + ": the batch normalisation `norm` cannot take a variance of one value a channel:"
                + " its input has the shape [1, 3]; train with batches of at least 2"
                + remedy);
    assertThat(Bits.of(network.arrays())).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"6, 4, 1", "8, 4, 2", "10, 4, 1"})
  void whatLeavesMoreTrains(int images, int batch, int microBatches) throws IOException {
    Map<String, List<Double>> before = Bits.of(network.arrays());
    train(images, batch, microBatches);
    assertThat(Bits.of(network.arrays())).isNotEqualTo(before);
  }

  @Test
  void aBatchOfOneIsRefusedByTheLayer() {
    assertThatExceptionOfType(BatchTooSmallException.class)
        .isThrownBy(() -> train(5, 1, 1))
        .withMessageStartingWith("the batch normalisation `norm` cannot take a variance");
  }

  /** {@code 3 -> batch norm -> dense 2}. */
  private static final class NormedNetwork extends Model {
    private final BatchNorm norm;
    private final Dense dense;

    NormedNetwork(ModelOptions options) {
      super(options);
      norm = kernels.batchNorm("norm", new BatchNormOp(3, 1e-5, 0.1));
      dense = kernels.dense("dense", DenseOp.of(3, 2));
    }

    @Override
    public NetworkType<NormedNetwork> type() {
      return NetworkType.named("NormedNetwork", NormedNetwork::new)
          .shapes(Shape.of(3), Shape.of(2))
          .build();
    }

    @Override
    protected TrainingPass trainingPass(int batch) {
      return new Pass(batch);
    }

    @Override
    protected InferencePass inferencePass(int batch) {
      throw new UnsupportedOperationException("these tests only train");
    }

    private final class Pass extends HandWrittenPass {
      private final Tensor normal;
      private final Tensor gradient;

      Pass(int batch) {
        super(zeros(kernels, batch, 3), zeros(kernels, batch, 2), zeros(kernels, batch, 2));
        normal = zeros(kernels, batch, 3);
        gradient = zeros(kernels, batch, 3);
      }

      @Override
      public void forward() {
        norm.forward(input, normal);
        dense.forward(normal, output);
      }

      @Override
      public void backward() {
        dense.backward(normal, outputGradient, gradient);
        norm.backward(input, gradient, null);
      }
    }
  }
}
