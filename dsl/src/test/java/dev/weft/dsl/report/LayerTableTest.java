package dev.weft.dsl.report;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.infer.Networks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTableTest {
  private static List<String> cells(String line) {
    return List.of(line.strip().split(" {2,}"));
  }

  private static String from(LayerTable table, String name) {
    return table.rows().stream()
        .filter(row -> row.name().equals(name))
        .map(LayerTable.Row::from)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyLayerIsARowAndTheTotalsStandBelow() {
    List<String> lines = LayerTable.of(Programs.of(Networks.leNet5())).lines();
    assertThat(cells(lines.get(0)))
        .containsExactly("layer", "operation", "output", "parameters", "MACs", "sees", "memory");
    assertThat(cells(lines.get(1)))
        .containsExactly("s0.0", "conv 5x5, 6", "6 x 28 x 28", "156", "117,600", "5x5", "18.8 KB");
    assertThat(cells(lines.get(12))).containsExactly("total", "61,706", "416,520");
    assertThat(lines.get(13)).startsWith("memory: 246.8 KB of parameters; for each image ");
    assertThat(lines).hasSize(14);
  }

  @Test
  void columnsAreAligned() {
    List<String> lines = LayerTable.of(Programs.of(Networks.resNet18())).lines();
    int end = lines.get(0).length();
    assertThat(lines.subList(0, lines.size() - 2)).allMatch(line -> line.length() == end);
    int sees = lines.get(0).indexOf("sees") + "sees".length();
    assertThat(lines.subList(1, lines.size() - 2)).allMatch(line -> line.charAt(sees) == ' ');
  }

  @Test
  void memoryIsWhatTheBuffersHold() {
    var table =
        LayerTable.of(Programs.of(Shape.of(3, 8, 8), new Stage("a", conv(5, 3)), fc("b", 10)));
    assertThat(table.rows().get(0).bytes()).isEqualTo(4 * 5 * 6 * 6);
    assertThat(table.totals().parameterBytes()).isEqualTo(4 * (5 * 27 + 5 + 180 * 10 + 10));
    // Input, the convolution's output and the dense layer's; the first is free for the last.
    assertThat(table.totals().inferenceBytes()).isEqualTo(4 * (3 * 8 * 8 + 5 * 6 * 6));
    // Nothing is free before the backward pass has read it; there, the gradient of the output, and
    // that of the convolution's output.
    assertThat(table.totals().trainingBytes())
        .isEqualTo(4 * (3 * 8 * 8 + 5 * 6 * 6 + 10 + 5 * 6 * 6));
  }

  private static Stage fc(String name, int features) {
    return new Stage(name, dense(features));
  }

  @Test
  void whatIsFrozenIsMarkedAndCounted() {
    Stage backbone = new Stage("backbone", frozen(sequential(conv(5, 3), batchNorm(), relu())));
    List<String> lines =
        LayerTable.of(Programs.of(Shape.of(3, 8, 8), backbone, fc("head", 10))).lines();
    assertThat(cells(lines.get(0))).endsWith("memory", "training");
    assertThat(lines.subList(1, 4)).allMatch(line -> line.endsWith("  frozen"));
    assertThat(cells(lines.get(4))).endsWith("8x8", "40 B");
    assertThat(cells(lines.get(5))).startsWith("total", "1,960");
    assertThat(lines.get(7)).isEqualTo("frozen: 150 of 1,960 parameters");
    assertThat(lines).hasSize(8);
  }

  @Test
  void runningStatisticsTakeMemoryButAreNotParameters() {
    var table = LayerTable.of(Programs.of(Shape.of(3, 8, 8), new Stage("bn", batchNorm())));
    assertThat(table.totals().parameters()).isEqualTo(6);
    assertThat(table.totals().parameterBytes()).isEqualTo(4 * 12);
  }

  @Test
  void aChainHasNoColumnOfSources() {
    assertThat(LayerTable.of(Programs.of(Networks.leNet5())).lines().get(0)).doesNotContain("from");
  }

  @Test
  void aShortcutShowsWhereItLeavesAndWhereItJoins() {
    LayerTable table = LayerTable.of(Programs.of(Networks.resNet18()));
    assertThat(from(table, "s3.0.add")).isEqualTo(".bn2, s2.1");
    assertThat(from(table, "s4.0.downsample.0")).isEqualTo("s3.1.5");
    assertThat(from(table, "s4.0.downsample.1")).isEmpty();
    assertThat(from(table, "s4.0.add")).isEqualTo(".bn2, .downsample.1");
    assertThat(from(table, "s4.0.conv2")).isEmpty();
  }

  @Test
  void branchesShowWhereTheyLeaveAndWhatIsConcatenated() {
    LayerTable table =
        LayerTable.of(
            Programs.of(
                Shape.of(8, 4, 4),
                new Stage("stem", relu()),
                new Stage(
                    "mixed", concat(conv1x1(1), sequential(conv1x1(2), conv3x3(3)), maxPool(1)))));
    assertThat(from(table, "mixed.0")).isEmpty();
    assertThat(from(table, "mixed.1.0")).isEqualTo("stem");
    assertThat(from(table, "mixed.1.1")).isEmpty();
    assertThat(from(table, "mixed.2")).isEqualTo("stem");
    assertThat(from(table, "mixed.concat")).isEqualTo(".0, .1.1, .2");
  }

  @Test
  void stagesThatReadOthersSayWhich() {
    LayerTable table = LayerTable.of(Programs.unet());
    assertThat(from(table, "merge_concat")).isEqualTo("down1.1, up1");
    assertThat(from(table, "merge.0")).isEmpty();
  }

  @Test
  void theNetworksInputIsNamedWhereItIsReadAgain() {
    LayerTable table =
        LayerTable.of(Programs.of(Shape.of(3, 4, 4), new Stage("a", residual(conv3x3(3)))));
    assertThat(from(table, "a.add")).isEqualTo(".0, input");
  }

  @Test
  void aNameInTheSameBlockIsToldFromAStages() {
    LayerTable table =
        LayerTable.of(
            Programs.of(
                Shape.of(3, 4, 4),
                new Stage("conv1", conv3x3(3)),
                new Stage("block", residual(conv3x3(3).named("conv1")))));
    assertThat(from(table, "block.add")).isEqualTo(".conv1, conv1");
  }

  @Test
  void manySourcesAreCutShort() {
    LayerTable table =
        LayerTable.of(
            Programs.of(
                Shape.of(1, 2, 2),
                new Stage(
                    "wide",
                    concat(relu(), relu(), relu(), relu(), relu(), relu(), relu(), relu()))));
    assertThat(from(table, "wide.concat")).isEqualTo(".0, .1, .2, .3, .4, .5, 2 more");
  }

  @Test
  void auxiliaryHeadsStandBelowTheTable() {
    assertThat(LayerTable.of(Programs.medley()).lines())
        .last()
        .asString()
        .startsWith("side output: side.")
        .contains(", 3, its loss weighs 0.3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 B",
        "999|999 B",
        "1000|1.0 KB",
        "1049|1.0 KB",
        "1050|1.1 KB",
        "999949|999.9 KB",
        "999950|1.0 MB",
        "46796448|46.8 MB",
        "12345678901|12.3 GB",
        "9223372036854775807|9.2 EB"
      })
  void bytesAreReadable(long bytes, String text) {
    assertThat(Units.readableBytes(bytes)).isEqualTo(text);
  }
}
