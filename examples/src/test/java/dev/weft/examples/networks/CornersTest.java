package dev.weft.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.testing.TestArrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class CornersTest {
  private final INDArray images = TestArrays.normal(1, DataType.FLOAT, 5, 2, 4, 4);
  private final INDArray outputGradient = TestArrays.normal(2, DataType.FLOAT, 5, 48);

  @Test
  void dropoutKeepsTwiceTheValueOrNothing() {
    CornersNetwork network = new CornersNetwork();
    double[] whole = TestArrays.values(network.predict(images));
    double[] dropped = TestArrays.values(network.forward(images));
    int kept = 0;
    for (int i = 0; i < whole.length; i++) {
      if (dropped[i] != 0) {
        assertThat(dropped[i]).isCloseTo(2 * whole[i], within(1e-4));
        kept++;
      }
    }
    assertThat(kept).isBetween(80, 160);
  }

  @Test
  void parametersHaveTheSameGradientsWhetherOrNotTheInputHasOne() {
    CornersNetwork with = new CornersNetwork(ModelOptions.defaults().withInputGradient());
    CornersNetwork without = new CornersNetwork();
    for (Model network : new Model[] {with, without}) {
      network.forward(images);
      network.backward(outputGradient);
    }
    for (int i = 0; i < with.parameters().size(); i++) {
      Parameter parameter = with.parameters().get(i);
      assertThat(TestArrays.values(without.parameters().get(i).gradient().toArray()))
          .as(parameter.name())
          .isEqualTo(TestArrays.values(parameter.gradient().toArray()));
    }
  }
}
