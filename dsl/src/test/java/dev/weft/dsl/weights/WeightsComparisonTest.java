package dev.weft.dsl.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Names and shapes of a file beside those of a network. */
class WeightsComparisonTest {
  private final Map<String, List<Long>> parameters = new LinkedHashMap<>();
  private final List<TensorEntry> entries = new ArrayList<>();

  private void network(String name, Long... shape) {
    parameters.put(name, List.of(shape));
  }

  private void file(TensorType type, String name, Long... shape) {
    entries.add(new TensorEntry(name, type, List.of(shape), 0, 0));
  }

  private WeightsComparison comparison() {
    return WeightsComparison.of(parameters, entries);
  }

  @Test
  void whatOnlyOneSideHasIsNoConcernOfWhatIsCommon() {
    network("conv.weight", 4L, 3L);
    network("fc.weight", 10L, 4L);
    file(TensorType.F32, "head.weight", 5L, 4L);
    file(TensorType.F16, "conv.weight", 4L, 3L);
    assertThat(comparison().fits()).isFalse();
    assertThat(comparison().summary()).isEqualTo("1 missing, 1 unexpected");
    assertThat(comparison().missing()).containsExactly("fc.weight");
    assertThat(comparison().unexpected()).containsExactly("head.weight");
    assertThat(comparison().common()).containsExactly(entries.get(1));
    assertThat(comparison().ofCommon().fits()).isTrue();
    assertThat(comparison().ofCommon().common()).containsExactly(entries.get(1));
  }

  @Test
  void whatIsCommonMustBeOfTheRightShapeAndType() {
    network("a", 2L);
    network("b", 2L);
    network("c", 2L);
    file(TensorType.F32, "a", 1L);
    file(TensorType.I32, "b", 2L);
    WeightsComparison common = comparison().ofCommon();
    assertThat(common.summary()).isEqualTo("1 of another shape, 1 of another type");
    assertThat(common.lines(10))
        .containsExactly(
            new WeightsComparison.Line("shape", "a", "a is 1, but must be 2"),
            new WeightsComparison.Line("type", "b", "b is I32, but must be floating point"));
    assertThat(common.fix())
        .isEqualTo("declare the layers as the file has them, or take the file that fits");
  }

  @Test
  void aFileOfABlockIsKnownByItsNames() {
    network("net.stem.conv.weight", 4L);
    network("net.stem.conv.bias", 4L);
    network("net.body.conv.weight", 4L);
    network("net.body.norm.weight", 4L);
    network("head.weight", 4L);
    file(TensorType.F32, "conv.weight", 4L);
    file(TensorType.F32, "fc.weight", 4L);
    assertThat(comparison().block()).isEmpty();
    file(TensorType.F32, "conv.bias", 4L);
    assertThat(comparison().block()).contains("net.stem");
    assertThat(comparison().fix())
        .isEqualTo("save the weights with the prefix `net.stem.` to their names");
  }

  @Test
  void namesAreNearOnlyIfMostLettersAgree() {
    network("stem.weight", 4L);
    file(TensorType.F32, "head.0.weight", 4L);
    assertThat(comparison().lines(10))
        .containsExactly(
            new WeightsComparison.Line("missing", "stem.weight", "stem.weight of 4"),
            new WeightsComparison.Line("unexpected", null, "head.0.weight of 4"));
  }

  /** As many names as ResNet-50 has, with another word in each. */
  @Test
  void everyNameOfAWholeNetworkHasItsNearest() {
    for (int i = 0; i < 300; i++) {
      network("layer3." + i + ".conv1.weight", 1L);
      file(TensorType.F32, "layer3." + i + ".convA.weight", 1L);
    }
    List<WeightsComparison.Line> lines = comparison().lines(1_000);
    assertThat(lines).hasSize(600);
    for (int i = 0; i < 300; i++) {
      assertThat(lines.get(i).text())
          .isEqualTo(
              "layer3.%d.conv1.weight of 1, the file's nearest is layer3.%d.convA.weight"
                  .formatted(i, i));
    }
  }

  @Test
  void manyLongNamesAreListedInTime() {
    for (int i = 0; i < 5_000; i++) {
      network("a".repeat(100) + i, 1L);
      file(TensorType.F32, "b".repeat(100) + i, 1L);
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(comparison().lines(1_000)).hasSize(2_002));
  }
}
