package dev.weft.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.testing.ArrayTensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class WeightAverageTest {
  private final Parameter weight = ArrayTensor.parameter("w", Nd4j.createFromArray(1.0, -2.0));
  private final WeightAverage average = new WeightAverage(List.of(weight), 0.9);

  @Test
  void averagesAgreeWithThePencil() {
    double expected = 1;
    for (int step = 0; step < 200; step++) {
      double value = Math.sin(step);
      weight.set(Nd4j.createFromArray(value, -2 * value));
      average.update();
      double decay = Math.min(0.9, (1.0 + step) / (10 + step));
      expected = decay * expected + (1 - decay) * value;
    }
    double last = weight.get().getDouble(0);
    average.swap();
    assertThat(weight.get().getDouble(0)).isCloseTo(expected, within(1e-9));
    assertThat(weight.get().getDouble(1)).isCloseTo(-2 * expected, within(1e-9));
    average.swap();
    assertThat(weight.get().getDouble(0)).isEqualTo(last);
  }

  @Test
  void decayOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new WeightAverage(List.of(weight), 1))
        .hasMessage("the decay of averaged weights must be from 0 to below 1, but is 1.0");
  }
}
