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
  void capitalsAreTheLeastMistake() {
    assertThat(Nearest.of("C", List.of("a", "b", "c"))).hasValue("c");
    assertThat(Nearest.of("CONV", List.of("CON", "conv"))).hasValue("conv");
  }

  @Test
  void allAreNamedUpToADozenAndOfMoreThoseThatAreNear() {
    assertThat(Nearest.some("strid", List.of("stride"))).hasValue("there is only stride");
    List<String> many = IntStream.range(0, 13).mapToObj(i -> "stride" + "x".repeat(i)).toList();
    assertThat(Nearest.some("strid", many.subList(0, 12)).orElseThrow())
        .startsWith("there are stride, stridex,");
    assertThat(Nearest.some("stridx", many))
        .hasValue("nearest there are stride, stridex, stridexx");
    assertThat(Nearest.some("strde", many)).hasValue("nearest there is stride");
    assertThat(Nearest.some("padding", many)).isEmpty();
  }

  @Test
  void firstAreTheNearest() {
    assertThat(Nearest.first("stride", List.of("groups", "strides", "side"), 2))
        .containsExactly("strides", "side");
  }
}
