package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.examples.networks.TinyResNetNetwork;
import dev.weft.examples.networks.Transfers_TwoColorsNetwork;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.Bits;
import dev.weft.runtime.weights.WeightsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that begin with files of weights: a new head on a frozen backbone. */
class WeightsOptionTest {
  private static final String LAYER = "backbone.layer1.0.";

  @TempDir private Path directory;
  private Path images;
  private Path run;
  private Transfers_TwoColorsNetwork before;

  @BeforeEach
  void writeImages() throws IOException {
    ColoredImages.write(directory.resolve("images"));
    images = ColoredImages.moveTwo(directory.resolve("images"), directory.resolve("two"));
    run = directory.resolve("run");
    before = new Transfers_TwoColorsNetwork(ModelOptions.defaults().seed(3));
  }

  private CommandRun train(Object... more) {
    Object[] first = {
      "train",
      Transfers_TwoColorsNetwork.class.getName(),
      "--data",
      images,
      "--batch",
      8,
      "--imagenet-colors"
    };
    return CommandRun.of(first, more);
  }

  private Path fileOf(String name, Predicate<String> names) throws IOException {
    Path file = directory.resolve(name);
    List<Parameter> some =
        before.arrays().stream().filter(each -> names.test(each.name())).toList();
    WeightsWriter.write(file, DataType.FLOAT, some);
    return file;
  }

  @Test
  void aNewHeadIsTrainedOnAFrozenBackbone() throws IOException {
    Path weights = directory.resolve("tiny.safetensors");
    new TinyResNetNetwork(ModelOptions.defaults().seed(5)).saveWeights(weights);
    before.loadWeights(weights, "backbone");

    CommandRun trained = train("--weights", "backbone=" + weights, "--epochs", 10, "--out", run);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out())
        .startsWith(before.frozenParameters().size() + before.statistics().size() + " arrays of ")
        .containsSubsequence(
            weights + "; not used: fc.weight, fc.bias",
            "as they are drawn: head.weight, head.bias",
            "test accuracy 100.00 %");
    Transfers_TwoColorsNetwork after =
        new Transfers_TwoColorsNetwork(ModelOptions.defaults().seed(3));
    after.loadWeights(RunDirectory.best(run).file(Checkpoint.WEIGHTS));
    assertThat(Bits.of(after.parameters())).isNotEqualTo(Bits.of(before.parameters()));
    assertThat(Bits.of(after.frozenParameters())).isEqualTo(Bits.of(before.frozenParameters()));
    assertThat(Bits.of(after.statistics())).isEqualTo(Bits.of(before.statistics()));

    CommandRun resumed = train("--epochs", 11, "--resume", run);
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("epoch 11/11");
  }

  @Test
  void whatIsFrozenMustBeInAFile() throws IOException {
    List<String> lacking = List.of(LAYER + "conv1.weight", LAYER + "bn1.running_mean");
    Path part = fileOf("part.safetensors", name -> !lacking.contains(name));
    CommandRun refused = train("--weights", part, "--epochs", 1, "--out", run);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith(
            "weft: frozen, and in no file of weights: "
                + String.join(", ", lacking)
                + "; what is frozen stays as it is drawn: give the file that has it with --weights"
                + " FILE, or with --weights backbone=FILE");
    assertThat(run).doesNotExist();

    Path rest = fileOf("rest.safetensors", lacking::contains);
    CommandRun trained = train("--weights", part, "--weights", rest, "--epochs", 1, "--out", run);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out()).contains("2 arrays of " + rest).doesNotContain("as they are drawn");
  }

  @Test
  void aFrozenBackboneWithoutAnyFileIsRefused() {
    CommandRun refused = train("--epochs", 1, "--out", run);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("weft: frozen, and in no file of weights: backbone.")
        .contains(" and " + (before.arrays().size() - 2 - 10) + " more; ");
  }

  @Test
  void weightsOfABlockThatIsNotThereAreRefused() {
    CommandRun refused = train("--weights", "back=weights.safetensors", "--out", run);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).startsWith("weft: --weights: ").contains("has no block `back`");
  }

  @Test
  void aRunHasWeightsToo() throws IOException {
    Path all = directory.resolve("all");
    ColoredImages.write(all);
    Path backbone = directory.resolve("backbone run");
    CommandRun.of("train", "tinyresnet", "--data", all, "--epochs", 1, "--out", backbone);
    Path weights = RunDirectory.best(backbone).file(Checkpoint.WEIGHTS);
    CommandRun trained = train("--weights", "backbone=" + backbone, "--epochs", 1, "--out", run);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out()).contains(" arrays of " + weights + "; not used: fc.weight, fc.bias");

    assertThat(train("--weights", weights, "--out", directory.resolve("other")).err())
        .startsWith(
            "weft: `"
                + weights
                + "` fits the block backbone, not the whole network: give --weights backbone="
                + weights)
        .hasLineCount(2);
  }
}
