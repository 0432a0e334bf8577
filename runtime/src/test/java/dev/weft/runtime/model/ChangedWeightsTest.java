package dev.weft.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.optimize.Optimizer;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.testing.TestArrays;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whatever changes a weight, the next prediction is that of a new network with this weight. */
class ChangedWeightsTest {
  private static final INDArray IMAGES = TestArrays.normal(1, DataType.FLOAT, 2, 2, 4, 4);
  private static final INDArray GRADIENT = TestArrays.normal(2, DataType.FLOAT, 2, 5);

  private static void assertSeen(KernelChoice kernels, Consumer<TinyNetwork> change) {
    TinyNetwork network = network(kernels);
    network.forward(IMAGES);
    network.backward(GRADIENT);
    INDArray before = network.predict(IMAGES);
    change.accept(network);
    TinyNetwork other = network(kernels);
    for (Parameter parameter : network.kernels.parameters()) {
      other.parameter(parameter.name()).set(parameter.get());
    }
    assertThat(network.predict(IMAGES)).isEqualTo(other.predict(IMAGES)).isNotEqualTo(before);
  }

  private static TinyNetwork network(KernelChoice kernels) {
    return new TinyNetwork(ModelOptions.defaults().kernels(kernels));
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void byAStepOfAnOptimiserBehindAPrediction(KernelChoice kernels) {
    assertSeen(
        kernels,
        network -> {
          Optimizer optimizer = new Sgd(network.parameters(), 0.9, 0);
          network.predict(IMAGES);
          optimizer.step(0.1);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void bySettingAParameter(KernelChoice kernels) {
    assertSeen(
        kernels,
        network -> {
          Parameter weight = network.parameter("conv.weight");
          weight.set(weight.get().mul(2));
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void bySettingAStatistic(KernelChoice kernels) {
    assertSeen(
        kernels,
        network -> {
          Parameter mean = network.parameter("norm.running_mean");
          mean.set(mean.get().add(1));
        });
  }
}
