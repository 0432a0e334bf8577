package dev.weft.dsl.report;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.infer.Networks;
import dev.weft.dsl.plan.Program;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerLineTest {
  static Stream<Program> programs() {
    return Stream.of(
        Programs.of(Networks.leNet5()),
        Programs.of(Networks.resNet18()),
        Programs.of(
            Shape.of(3, 8, 8),
            new Stage("stem", frozen(sequential(conv(4, 3), batchNorm(), relu()))),
            new Stage("mix", concat(residual(conv3x3(4)), frozen(conv1x1(2)), dropout(0.5))),
            new Stage("total", auxiliary(dense(2))),
            new Stage("head", dense(10))));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theTextSaysWhatTheTableHas(Program program) {
    LayerTable table = LayerTable.of(program);
    List<LayerLine> expected =
        table.rows().stream()
            .map(
                row ->
                    new LayerLine(
                        row.name(),
                        row.operation(),
                        row.from(),
                        row.output().toString(),
                        row.parameters() == 0 ? "-" : String.format("%,d", row.parameters()),
                        row.isFrozen()))
            .toList();
    assertThat(LayerLine.parse(String.join("\n", table.lines()))).isEqualTo(expected);
  }
}
