package dev.weft.dsl.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        9,
        99,
        999,
        1_000,
        999_999,
        1_234_567,
        Long.MAX_VALUE,
        -1,
        -100,
        -1_000,
        -999_999
      })
  void numbersHaveThousandsSeparatorsAsTheJdkSetsThem(long number) {
    assertThat(Counts.number(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
  }
}
