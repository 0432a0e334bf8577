package dev.weft.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateauTest {
  private static List<Double> divisors(Plateau plateau, double... figures) {
    List<Double> divisors = new ArrayList<>();
    Plateau.Stand stand = plateau.start();
    for (double figure : figures) {
      stand = plateau.next(stand, figure);
      divisors.add(stand.divided());
    }
    return divisors;
  }

  /** As PyTorch's ReduceLROnPlateau with patience 2 and threshold_mode="abs", threshold=0.01. */
  @Test
  void dividesWhenPatienceIsOver() {
    assertThat(
            divisors(
                new Plateau(10, 2, 0.01),
                0.5,
                0.4,
                0.395,
                0.396,
                0.394,
                0.3,
                0.31,
                0.31,
                0.31,
                0.31,
                0.31,
                0.31))
        .containsExactly(1., 1., 1., 1., 10., 10., 10., 10., 100., 100., 100., 1000.);
  }

  @Test
  void withoutPatienceEachEpochCounts() {
    assertThat(divisors(new Plateau(2, 0, 0), 1, 1, 0.9, 0.95)).containsExactly(1., 2., 2., 4.);
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Plateau(1, 2, 0)).hasMessageContaining("divisor above 1");
    assertThatThrownBy(() -> new Plateau(10, -1, 0)).hasMessageContaining("-1");
  }
}
