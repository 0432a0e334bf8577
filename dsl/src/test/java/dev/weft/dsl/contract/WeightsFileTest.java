package dev.weft.dsl.contract;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.plan.Planner;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.weights.SafetensorsHeader;
import dev.weft.dsl.weights.TensorEntry;
import dev.weft.dsl.weights.TensorType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A file's arrays beside a network's parameters. */
class WeightsFileTest {
  private final List<TensorEntry> entries = new ArrayList<>();

  private WeightsFileTest with(String name, long... shape) {
    return with(TensorType.F32, name, shape);
  }

  private WeightsFileTest with(TensorType type, String name, long... shape) {
    entries.add(new TensorEntry(name, type, Arrays.stream(shape).boxed().toList(), 0, 0));
    return this;
  }

  private List<Problem> check(Layer... layers) {
    Graph graph = graph(Shape.of(3, 8, 8), layers);
    SafetensorsHeader header = new SafetensorsHeader(entries, Map.of(), 8);
    return Contracts.check(
        List.of(new WeightsFile("net.safetensors", header)), Planner.plan(graph));
  }

  private Problem only(Layer... layers) {
    List<Problem> problems = check(layers);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(Code.WEIGHTS_MISMATCH);
    assertThat(problems.get(0).modifier()).isEqualTo("value");
    return problems.get(0);
  }

  private static List<String> lines(Problem problem) {
    return problem.details().stream()
        .map(detail -> (detail.label() + " " + detail.reason()).strip())
        .toList();
  }

  /** As PyTorch saves a convolution and a batch norm. */
  private WeightsFileTest withConvAndNorm(String prefix) {
    return with(prefix + "s0.0.weight", 4, 3, 3, 3)
        .with(prefix + "s0.1.weight", 4)
        .with(prefix + "s0.1.bias", 4)
        .with(prefix + "s0.1.running_mean", 4)
        .with(prefix + "s0.1.running_var", 4)
        .with(TensorType.I64, prefix + "s0.1.num_batches_tracked");
  }

  private static Layer convAndNorm() {
    return sequential(conv3x3(4).noBias(), batchNorm());
  }

  @Test
  void whatPyTorchSavesFits() {
    assertThat(withConvAndNorm("").check(convAndNorm())).isEmpty();
  }

  @Test
  void everyFloatingTypeFitsAndNoOther() {
    with(TensorType.BF16, "s0.weight", 2, 192).with(TensorType.F64, "s0.bias", 2);
    assertThat(check(dense(2))).isEmpty();
    entries.clear();
    with(TensorType.I8, "s0.weight", 2, 192).with(TensorType.F16, "s0.bias", 2);
    Problem problem = only(dense(2));
    assertThat(problem.headline())
        .isEqualTo("`net.safetensors` does not fit the network: 1 of another type");
    assertThat(lines(problem)).containsExactly("type s0.weight is I8, but must be floating point");
  }

  @Test
  void allThatDoesNotFitIsInOneMessage() {
    with("s0.wieght", 2, 192).with("s0.bias", 3).with("zzzzzzzzzzzzzzzz", 1);
    Problem problem = only(dense(2));
    assertThat(problem.headline())
        .isEqualTo(
            "`net.safetensors` does not fit the network: 1 missing, 2 unexpected, 1 of another"
                + " shape");
    assertThat(lines(problem))
        .containsExactly(
            "missing s0.weight of 2x192, the file's nearest is s0.wieght",
            "unexpected s0.wieght of 2x192, the network's nearest is s0.weight",
            "zzzzzzzzzzzzzzzz of 1",
            "shape s0.bias is 3, but must be 2");
  }

  @Test
  void aShapeOfOtherRankOrOrderDoesNotFit() {
    with("s0.weight", 192, 2).with("s0.bias");
    assertThat(lines(only(dense(2))))
        .containsExactly(
            "shape s0.weight is 192x2, but must be 2x192",
            "s0.bias is a single number, but must be 2");
  }

  @Test
  void longListsAreCutAndCounted() {
    Layer[] layers = new Layer[10];
    Arrays.fill(layers, conv1x1(3));
    List<String> lines = lines(only(layers));
    assertThat(lines).hasSize(11);
    assertThat(lines.get(10)).isEqualTo("and 10 more");
  }

  @Test
  void aCommonPrefixIsRecognised() {
    Problem problem = withConvAndNorm("module.").only(convAndNorm());
    assertThat(problem.fixes().get(0).action())
        .isEqualTo("save the weights without the prefix `module.` of their names");
    entries.remove(0);
    assertThat(only(convAndNorm()).fixes().get(0).action()).startsWith("name the stages");
  }

  @Test
  void hostileFilesTakeNoLongerAndPrintNoControls() {
    for (int i = 0; i < 300_000; i++) {
      with("s0.weight" + i, 1);
    }
    with("\u001b[2J".repeat(10_000), 1);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          Problem problem = only(dense(2));
          assertThat(problem.headline()).contains("300,001 unexpected");
          assertThat(lines(problem)).allMatch(line -> line.length() < 400);
        });
    entries.clear();
    String text = lines(with("\u001b[2J".repeat(10_000), 1).only(dense(2))).toString();
    assertThat(text).doesNotContain("\u001b").hasSizeLessThan(600);
  }
}
