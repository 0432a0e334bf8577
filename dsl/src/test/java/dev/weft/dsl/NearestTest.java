package dev.weft.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
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
  void allAreNamedUpToADozenAndOfMoreTheNearest() {
    assertThat(Nearest.some("strid", List.of("stride"))).isEqualTo("there is only stride");
    List<String> many = IntStream.range(0, 13).mapToObj(i -> "stride" + "x".repeat(i)).toList();
    assertThat(Nearest.some("strid", many.subList(0, 12))).startsWith("there are stride, stridex,");
    assertThat(Nearest.some("strid", many))
        .startsWith("nearest there are stride, stridex,")
        .doesNotContain("x".repeat(12));
  }

  @Test
  void firstAreTheNearest() {
    assertThat(Nearest.first("stride", List.of("groups", "strides", "side"), 2))
        .containsExactly("strides", "side");
  }
}
