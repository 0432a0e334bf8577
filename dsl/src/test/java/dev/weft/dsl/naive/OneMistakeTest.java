package dev.weft.dsl.naive;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Join;
import dev.weft.dsl.Layer;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One mistake in a network that is right otherwise. */
class OneMistakeTest {
  private static final int NETWORKS = 150;

  @Test
  void hasNoConsequences() {
    Map<String, Function<Shape, Layer>> mistakes = mistakes();
    int planted = 0;
    for (int seed = 0; seed < NETWORKS; seed++) {
      NetworkDeclaration network = new RandomNetworks(seed, 0).next();
      if (NaiveNetwork.of(network).mistake() != null) {
        continue;
      }
      int place = new Random(seed).nextInt(Planting.places(network));
      for (Map.Entry<String, Function<Shape, Layer>> mistake : mistakes.entrySet()) {
        NetworkDeclaration wrong = Planting.at(place, mistake.getValue(), network);
        List<Problem> problems = Inference.infer(wrong).problems();
        if (problems.size() != 1) {
          throw new AssertionError(
              mistake.getKey() + ", seed " + seed + ": " + problems + " in " + wrong);
        }
        planted++;
      }
    }
    assertThat(planted).isGreaterThan(mistakes.size() * NETWORKS / 2);
  }

  /** Layers that are wrong wherever they stand, and pass on what they get as far as they can. */
  private static Map<String, Function<Shape, Layer>> mistakes() {
    Map<String, Function<Shape, Layer>> mistakes = new TreeMap<>();
    mistakes.put("expect", shape -> shape.rank() == 1 ? expect(1, 1, 1) : expect(shape.channels()));
    mistakes.put("nothing in a block", shape -> sequential());
    mistakes.put("no gate", shape -> scaleBy());
    mistakes.put("no body", shape -> residual());
    mistakes.put("no network", shape -> new NetworkLayer(null, "Empty", List.of()));
    mistakes.put("twins", shape -> sequential(relu().named("a"), relu().named("a")));
    mistakes.put("kernel or rank", shape -> conv(shape.channels(), 99));
    mistakes.put("depthwise kernel or rank", shape -> depthwiseConv(99));
    mistakes.put("separable kernel or rank", shape -> separableConv(shape.channels(), 99));
    mistakes.put("pooling or rank", shape -> avgPool(99));
    mistakes.put("crop or rank", shape -> crop(99));
    mistakes.put("padding or rank", shape -> transposedConv(shape.channels(), 1).padding(99));
    mistakes.put(
        "output padding or rank", shape -> transposedConv(shape.channels(), 1).outputPadding(1));
    mistakes.put("groups or rank", shape -> conv1x1(shape.channels()).groups(shape.channels() + 1));
    mistakes.put("norm's groups or rank", shape -> groupNorm(shape.channels() + 1));
    mistakes.put("shuffled groups or rank", shape -> channelShuffle(shape.channels() + 1));
    mistakes.put("pixels or rank", shape -> pixelShuffle(97));
    mistakes.put(
        "size or rank",
        shape ->
            shape.rank() == 1
                ? upsample(2)
                : sequential(padChannels(2, 0), adaptiveAvgPool(1 << 15)));
    mistakes.put("skip", shape -> residual(wider(shape)));
    mistakes.put("shortcut", shape -> residual(identity()).shortcut(wider(shape)));
    mistakes.put("sum", shape -> add(identity(), wider(shape), identity()));
    mistakes.put("factors", shape -> scaleBy(wider(shape)));
    mistakes.put(
        "joined or rank",
        shape -> shape.rank() == 1 ? pad(1) : concat(identity(), pad(1), dense(1)));
    mistakes.put(
        "declared channels",
        shape ->
            shape.rank() == 1
                ? dense(shape.channels()).inFeatures(shape.channels() + 1)
                : conv1x1(shape.channels()).inChannels(shape.channels() + 1));
    mistakes.put("normed channels", shape -> batchNorm(shape.channels() + 1));
    mistakes.put(
        "unknown stage",
        shape ->
            new NetworkLayer(
                null,
                "Inner",
                List.of(
                    new Stage("a", relu()),
                    new Stage("b", relu(), from("input")),
                    new Stage("c", relu(), from("b", "aa")))));
    mistakes.put(
        "unread stage",
        shape ->
            new NetworkLayer(
                null,
                "Inner",
                List.of(new Stage("a", relu()), new Stage("b", relu(), from("input")))));
    return mistakes;
  }

  private static Layer wider(Shape shape) {
    return shape.rank() == 1 ? dense(shape.channels() + 1) : conv1x1(shape.channels() + 1);
  }

  private static Optional<StageInput> from(String... stages) {
    return Optional.of(new StageInput(List.of(stages), Join.ADD));
  }
}
