package dev.weft.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was probably meant is the name that takes the fewest changes. */
final class NearestTest {
  @Test
  void fewestChangesWin() {
    assertThat(Nearest.of("strid", List.of("padding", "stride", "string"))).hasValue("stride");
    assertThat(Nearest.of("xyzzy", List.of("padding", "stride"))).isEmpty();
  }

  @Test
  void capitalsDecideBetweenEquals() {
    assertThat(Nearest.of("Relu", List.of("gelu", "relu", "selu"))).hasValue("relu");
  }

  @Test
  void atLeastOneLetterIsRight() {
    assertThat(Nearest.of("q", List.of("a", "b"))).isEmpty();
    assertThat(Nearest.of("ab", List.of("cd", "ax"))).hasValue("ax");
  }

  @Test
  void firstAreTheNearest() {
    assertThat(Nearest.first("stride", List.of("groups", "strides", "side"), 2))
        .containsExactly("strides", "side");
  }
}
