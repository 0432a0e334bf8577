package dev.weft.runtime.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the generator whose numbers they are. */
class DrawsTest {
  private static double[] normal(Draws draws, int count) {
    double[] values = new double[count];
    draws.normal(count, (i, value) -> values[i] = value);
    return values;
  }

  private static double[] uniform(Draws draws, int count) {
    double[] values = new double[count];
    draws.uniform(count, (i, value) -> values[i] = value);
    return values;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 0x5DEECE66DL, Long.MIN_VALUE})
  void eachSeedGivesItsNumbers(long seed) {
    assertThat(uniform(new Draws(seed), 1_000))
        .isEqualTo(new Random(seed).doubles(1_000).toArray());
    assertThat(normal(new Draws(seed), 1_001)).isEqualTo(gaussians(new Random(seed), 1_001));
  }

  private static double[] gaussians(Random random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  @Test
  void anOddNumberLeavesHalfAPairForTheNextDraw() {
    Draws draws = new Draws(7);
    Random random = new Random(7);
    for (int count : new int[] {3, 0, 1, 1, 2, 255, 100_001, 65_536, 65_537, 5}) {
      assertThat(normal(draws, count)).isEqualTo(gaussians(random, count));
      assertThat(uniform(draws, count)).isEqualTo(random.doubles(count).toArray());
    }
  }
}
