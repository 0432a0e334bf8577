package dev.weft.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.model.FrozenModel;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.testing.TestArrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Frozen copies of networks that the processor wrote, with folded normalisations and all layers.
 */
class FrozenNetworksTest {
  private static final int PREDICTIONS = 24;
  private static final int LARGEST_BATCH = 3;

  static Stream<Arguments> networks() {
    return Stream.<NetworkType<?>>of(TinyResNetNetwork.TYPE, MenagerieNetwork.TYPE)
        .flatMap(
            type ->
                Stream.of(
                    Arguments.of(type, KernelChoice.ONEDNN),
                    Arguments.of(type, KernelChoice.ND4J)));
  }

  private static INDArray images(NetworkType<?> type, int batch) {
    return TestArrays.normal(batch, DataType.FLOAT, type.input().batched(batch));
  }

  private static void train(Model network, int steps) {
    Sgd optimizer = new Sgd(network.parameters(), 0.9, 0);
    for (int step = 0; step < steps; step++) {
      INDArray output = network.forward(images(network.type(), 2));
      INDArray[] sides =
          network.sideOutputs().stream().map(side -> side.values()).toArray(INDArray[]::new);
      network.backward(output, sides);
      optimizer.step(1e-3);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void threadsPredictWhatTheOriginalPredictedWhenItWasFrozen(
      NetworkType<?> type, KernelChoice kernels) {
    Model network = type.create(ModelOptions.defaults().seed(2).kernels(kernels));
    train(network, 2);
    FrozenModel frozen = network.freeze();
    List<INDArray> expected =
        IntStream.rangeClosed(1, LARGEST_BATCH)
            .mapToObj(batch -> network.predict(images(type, batch)))
            .toList();
    train(network, 1);
    assertThat(network.predict(images(type, 1))).isNotEqualTo(expected.get(0));
    List<INDArray> found =
        IntStream.range(0, PREDICTIONS)
            .parallel()
            .mapToObj(i -> frozen.predict(images(type, 1 + i % LARGEST_BATCH)))
            .toList();
    for (int i = 0; i < PREDICTIONS; i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i % LARGEST_BATCH));
    }
  }
}
