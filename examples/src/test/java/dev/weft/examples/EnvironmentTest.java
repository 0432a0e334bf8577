package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private static final String THREADS = "OMP_NUM_THREADS";

  @Test
  void noNumberOfThreadsIsAsGoodAsAnyNumber() {
    assertThat(Environment.fault(Map.of())).isEmpty();
    assertThat(Environment.fault(Map.of(THREADS, "1"))).isEmpty();
    assertThat(Environment.fault(Map.of(THREADS, "16"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "-2", "4,2", "99999999999", ""})
  void whatIsNoNumberOfThreadsIsNamed(String value) {
    assertThat(Environment.fault(Map.of(THREADS, value)))
        .contains(
            "the environment variable OMP_NUM_THREADS must be a whole number from 1 to 9999, but is"
                + " `"
                + value
                + "`");
  }
}
