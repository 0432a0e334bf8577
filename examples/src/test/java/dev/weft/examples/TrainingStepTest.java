package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.data.ArrayDataset;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.train.Epoch;
import dev.weft.runtime.train.TrainOptions;
import dev.weft.runtime.train.Trainer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A step of training with each network of the collection, on two images, in the planned memory. */
class TrainingStepTest {
  private static final int BATCH = 2;
  private static final long MOST_MACS = 100_000_000;

  static Stream<NetworkType<?>> small() {
    return Networks.ALL.stream().filter(network -> network.macs() <= MOST_MACS);
  }

  static Stream<NetworkType<?>> large() {
    return Networks.ALL.stream().filter(network -> network.macs() > MOST_MACS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void small(NetworkType<?> type) throws IOException {
    assertTrains(type);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void large(NetworkType<?> type) throws IOException {
    assertTrains(type);
  }

  private static void assertTrains(NetworkType<?> type) throws IOException {
    Model network = type.create(ModelOptions.defaults().seed(1));
    Parameter first = network.parameters().get(0);
    INDArray before = first.get();
    INDArray images = TestArrays.normal(1, DataType.FLOAT, type.input().batched(BATCH));
    List<Epoch> epochs =
        new Trainer(
                network,
                new Sgd(network.parameters(), 0.9, 5e-4),
                TrainOptions.defaults().epochs(1).batch(BATCH).rate(0.01))
            .train(new ArrayDataset(images, new int[] {1, 2}))
            .epochs();
    assertThat(network.bufferBytes())
        .isEqualTo(type.trainingBytes(BATCH, dev.weft.runtime.tensor.DataType.FLOAT));
    assertThat(epochs.get(0).loss()).isPositive();
    for (Parameter parameter : network.parameters()) {
      double sum = parameter.get().sumNumber().doubleValue();
      assertThat(sum).as(parameter.name()).isFinite();
    }
    assertThat(first.gradient().toArray().amaxNumber().doubleValue()).isPositive();
    assertThat(first.get()).isNotEqualTo(before);
  }
}
