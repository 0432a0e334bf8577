package dev.weft.runtime.model;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestTensors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Empty batches, batches of one, and batches of another size than the one before. */
class BatchSizesTest {
  private static TinyNetwork network(KernelChoice kernels) {
    return new TinyNetwork(ModelOptions.defaults().seed(4).kernels(kernels).withInputGradient());
  }

  private static INDArray images(int batch) {
    return TestArrays.normal(batch, DataType.FLOAT, batch, 2, 4, 4);
  }

  private static INDArray gradient(int batch) {
    return TestArrays.normal(10 + batch, DataType.FLOAT, batch, 5);
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void anEmptyBatchIsRefused(KernelChoice kernels) {
    TinyNetwork network = network(kernels);
    INDArray empty = Nd4j.create(DataType.FLOAT, 0, 2, 4, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(empty))
        .withMessageEndingWith("[0, 2, 4, 4]: the batch is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.forward(empty))
        .withMessageEndingWith("[0, 2, 4, 4]: the batch is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.freeze().predict(empty))
        .withMessageEndingWith("[0, 2, 4, 4]: the batch is empty");
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void gradientsDoNotDependOnTheBatchesBefore(KernelChoice kernels) {
    TinyNetwork used = network(kernels);
    for (int batch : new int[] {4, 1, 2, 7, 3}) {
      used.predict(images(batch));
      INDArray output = used.forward(images(batch));
      used.backward(gradient(batch));
      TinyNetwork fresh = network(kernels);
      assertThat(output).isEqualTo(fresh.forward(images(batch)));
      fresh.backward(gradient(batch));
      assertThat(used.inputGradient()).isEqualTo(fresh.inputGradient());
      for (Parameter parameter : fresh.parameters()) {
        assertThat(used.parameter(parameter.name()).gradient().toArray())
            .as(parameter.name())
            .isEqualTo(parameter.gradient().toArray());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void oneImageOfSeveralPixelsCanBeNormalised(KernelChoice kernels) {
    TinyNetwork network = network(kernels);
    TinyNetwork exact =
        new TinyNetwork(
            ModelOptions.defaults().seed(4).dataType(dev.weft.runtime.tensor.DataType.DOUBLE));
    assertClose(
        "output",
        network.forward(images(1)),
        exact.forward(images(1)).castTo(DataType.FLOAT),
        1e-4);
    assertClose(
        "prediction",
        network.predict(images(1)),
        exact.predict(images(1)).castTo(DataType.FLOAT),
        1e-4);
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void oneValueAChannelCannotBeNormalisedInTraining(KernelChoice kernels) {
    NormalisedVector network = new NormalisedVector(ModelOptions.defaults().kernels(kernels));
    INDArray one = Nd4j.ones(DataType.FLOAT, 1, 3);
    INDArray mean = network.parameter("norm.running_mean").get();
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatExceptionOfType(BatchTooSmallException.class)
          .isThrownBy(() -> network.forward(one))
          .withMessage(
              "the batch normalisation `norm` cannot take a variance of one value a channel: its"
                  + " input has the shape [1, 3, 1, 1]; train with batches of at least 2");
    }
    assertThat(network.parameter("norm.running_mean").get()).isEqualTo(mean);
    network.forward(Nd4j.ones(DataType.FLOAT, 2, 3));
    assertThat(network.predict(one).shape()).containsExactly(1, 3);
  }

  /** A batch normalisation of vectors. */
  private static final class NormalisedVector extends Model {
    private final BatchNorm norm;

    NormalisedVector(ModelOptions options) {
      super(options);
      norm = kernels.batchNorm("norm", new BatchNormOp(3, 1e-5, 0.1));
    }

    @Override
    public NetworkType<NormalisedVector> type() {
      return NetworkType.named("NormalisedVector", NormalisedVector::new)
          .shapes(Shape.of(3), Shape.of(3))
          .build();
    }

    @Override
    protected TrainingPass trainingPass(int batch) {
      Tensor input = TestTensors.zeros(kernels, batch, 3);
      Tensor output = TestTensors.zeros(kernels, batch, 3);
      return new TrainingPass() {
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
          return output;
        }

        @Override
        public Tensor inputGradient() {
          return null;
        }

        @Override
        public void forward() {
          norm.forward(input.reshaped(batch, 3, 1, 1), output.reshaped(batch, 3, 1, 1));
        }

        @Override
        public void backward() {
          throw new UnsupportedOperationException();
        }
      };
    }

    @Override
    protected InferencePass inferencePass(int batch) {
      Tensor input = TestTensors.zeros(kernels, batch, 3);
      return new InferencePass() {
        @Override
        public Tensor input() {
          return input;
        }

        @Override
        public Tensor output() {
          return input;
        }

        @Override
        public void run() {
          Tensor image = input.reshaped(batch, 3, 1, 1);
          norm.infer(image, image);
        }
      };
    }
  }
}
