package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.dsl.Shape;
import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.Dataset;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitsTest {
  private static final double WHITE = (1 - 0.1307) / 0.3081;
  private static final double BLACK = -0.1307 / 0.3081;

  @Test
  void theSampleHasEachDigitEquallyOften() throws IOException {
    Digits digits = Digits.embedded();
    assertThat(counts(digits.train())).containsOnly(500);
    assertThat(counts(digits.test())).containsOnly(100);
    assertThat(digits.train().imageShape()).isEqualTo(Shape.of(1, 32, 32));
  }

  private static int[] counts(Dataset data) {
    int[] counts = new int[10];
    IntStream.range(0, data.size()).forEach(i -> counts[data.label(i)]++);
    return counts;
  }

  @Test
  void theSampleStartsAsMnistDoes() throws IOException {
    Digits digits = Digits.embedded();
    int[] train = IntStream.range(0, 10).map(digits.train()::label).toArray();
    int[] test = IntStream.range(0, 10).map(digits.test()::label).toArray();
    assertThat(train).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    assertThat(test).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
  }

  @Test
  void theDigitsAreWhiteOnBlackAndNormalised() throws IOException {
    Dataset train = Digits.embedded().train();
    int[] all = IntStream.range(0, train.size()).toArray();
    try (Batch batch = train.batch(Arrays.copyOf(all, 1000))) {
      assertThat(batch.images().maxNumber().doubleValue()).isCloseTo(WHITE, within(1e-5));
      assertThat(batch.images().minNumber().doubleValue()).isCloseTo(BLACK, within(1e-5));
      // Of the 32 x 32 pixels 28 x 28 have the mean 0, and the black rest -0.4242.
      double expected = BLACK * (1024 - 784) / 1024;
      assertThat(batch.images().meanNumber().doubleValue()).isCloseTo(expected, within(0.03));
    }
  }
}
