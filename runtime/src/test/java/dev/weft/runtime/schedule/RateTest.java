package dev.weft.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.StepLR;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RateTest {
  private static final int STEPS = 10;
  private static final int EPOCHS = 40;

  private static double at(Rate rate, int step) {
    return rate.at(new Position(step, step / STEPS, STEPS, EPOCHS));
  }

  @Test
  @Tag("torch")
  void stepsOfEpochsAreThoseOfLibtorch() {
    SGD sgd = new SGD(new TensorVector(torch.ones(2)), new SGDOptions(0.01));
    StepLR libtorch = new StepLR(sgd, 8, 0.96);
    // PyTorch makes the first call itself, libtorch leaves it to others.
    libtorch.step();
    Rate rate = Rate.constant(0.01).everyEpochs(8, 0.96);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double expected = new SGDOptions(sgd.param_groups().get(0).options()).lr().get();
      assertThat(at(rate, epoch * STEPS + 3)).isCloseTo(expected, within(1e-12));
      libtorch.step();
    }
  }

  @Test
  void milestonesDivideOnceMoreEach() {
    Rate rate = Rate.constant(0.1).dividedBy(10, 0.5, 0.75);
    assertThat(at(rate, 199)).isEqualTo(0.1);
    assertThat(at(rate, 200)).isCloseTo(0.01, within(1e-15));
    assertThat(at(rate, 299)).isCloseTo(0.01, within(1e-15));
    assertThat(at(rate, 300)).isCloseTo(0.001, within(1e-15));
  }

  @Test
  void cosineFallsToZeroByWayOfTheHalf() {
    Rate rate = Rate.cosine(0.4);
    assertThat(at(rate, 0)).isEqualTo(0.4);
    assertThat(at(rate, 100)).isCloseTo(0.2 * (1 + Math.sqrt(0.5)), within(1e-12));
    assertThat(at(rate, 200)).isCloseTo(0.2, within(1e-12));
    assertThat(at(rate, 400)).isCloseTo(0, within(1e-12));
  }

  @Test
  void warmingUpRisesToTheRate() {
    Rate rate = Rate.constant(0.5).warmedUp(2);
    assertThat(at(rate, 0)).isCloseTo(0.5 / 20, within(1e-12));
    assertThat(at(rate, 9)).isCloseTo(0.25, within(1e-12));
    assertThat(at(rate, 19)).isCloseTo(0.5, within(1e-12));
    assertThat(at(rate, 20)).isEqualTo(0.5);
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> Rate.constant(-1))
        .hasMessage("the learning rate must be at least 0 and finite, but is -1.0");
    assertThatThrownBy(() -> Rate.constant(1).dividedBy(0, 0.5)).hasMessageContaining("divisor");
    assertThatThrownBy(() -> Rate.constant(1).everyEpochs(0, 0.5)).hasMessageContaining("are 0");
    assertThatThrownBy(() -> Rate.constant(1).warmedUp(0)).hasMessageContaining("warming up");
  }
}
