package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.naive.NaiveNetwork;
import dev.weft.processor.testing.Mutator;
import dev.weft.processor.testing.Variants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Valid declarations with changed tokens: whatever is written, the processor knows what to say. */
final class MutatedDeclarationsTest {
  private static final int VARIANTS_OF_EACH = 70;
  private static final Pattern CODE = Pattern.compile("\\[weft:([a-z-]+)]");

  private static final List<String> VALID =
      List.of(
          """
          @Conv(filters = 6, kernel = 5) @Tanh Layer c1();
          @AvgPool(kernel = 2) Layer s2();
          @Conv(filters = 16, kernel = 5, padding = 2, groups = 2) @BatchNorm @Relu Layer c3();
          @MaxPool(kernel = 3, stride = 2, padding = 1, ceilMode = true) Layer s4();
          @Dense(84) @Tanh Layer f6();
          @Dense(value = 10, bias = false) Layer output();
          """,
          """
          default Layer stem() { return sequential(conv3x3(8).noBias(), batchNorm(), relu()); }
          default Layer layer1() { return stage(8, 2, 1); }
          default Layer layer2() { return stage(16, 2, 2); }
          default Layer pool() { return globalAvgPool(); }
          static Layer stage(int channels, int blocks, int stride) {
            return sequential(repeat(blocks, i -> block(channels, i == 0 ? stride : 1)));
          }
          static Layer block(int channels, int stride) {
            return residual(conv3x3(channels).stride(stride).noBias().named("conv1"), relu(),
                conv3x3(channels).named("conv2")).project().then(relu());
          }
          """,
          """
          @Conv(filters = 4, kernel = 3, padding = 1) @Relu Layer down1();
          default Layer down2() { return sequential(maxPool(2), conv3x3(8), relu()); }
          @TransposedConv(filters = 4, kernel = 2, stride = 2) Layer up();
          @From({"up", "down1"}) default Layer out() { return conv1x1(4).inChannels(8); }
          @From(value = {"out", "down1"}, join = Join.ADD) @Softmax Layer sum();
          """,
          """
          default Layer mixed() { return inception(2, 4, 6); }
          default Layer tail() { return inception(3, 5, 7); }
          static Layer inception(int one, int three, int five) {
            return concat(conv1x1(one), sequential(conv1x1(three), conv(three, 1, 3).padding(0, 1)),
                conv5x5(five).dilation(1), sequential(avgPool(3).stride(1).padding(1), identity()));
          }
          """,
          """
          record Block(int channels, int stride) {}
          int[] WIDTHS = {4, 8, 16};
          default Layer body() {
            List<Layer> layers = new ArrayList<>();
            for (int i = 0; i < WIDTHS.length; i++) {
              Block b = new Block(WIDTHS[i], i % 2 + 1);
              layers.add(conv3x3(b.channels()).stride(b.stride()).named("conv" + i));
              if (i > 0) { layers.add(relu()); }
            }
            return sequential(layers.toArray(new Layer[0]));
          }
          default Layer head() { int n = 40; while (n > 10) { n -= 6; } return dense(n); }
          """,
          """
          default Layer mobile() {
            return sequential(conv3x3(16).stride(2), bottleneck(16, 2), bottleneck(16, 4), flatten());
          }
          static Layer bottleneck(int n, int ratio) {
            return residual(conv1x1(n * ratio), channelShuffle(4), depthwiseConv(3).padding(SAME),
                scaleBy(globalAvgPool(), conv1x1(n / ratio), conv1x1(n * ratio), sigmoid()),
                conv1x1(n), groupNorm(2), dropPath(0.1));
          }
          """,
          """
          default Layer tower() { return level(3); }
          static Layer level(int depth) {
            return switch (depth) {
              case 0 -> expect(12, 4, 4);
              default -> sequential(conv1x1(12), auxiliary(dense(2)), maxPool(2), level(depth - 1));
            };
          }
          default Layer large() { return sequential(pixelShuffle(2), upsample(2), crop(1), pad(2)); }
          """);

  @Test
  void areAcceptedAsTheCalculatorSaysOrReported() {
    List<String> texts = new ArrayList<>();
    for (String valid : VALID) {
      texts.add(valid);
      for (int seed = 0; seed < VARIANTS_OF_EACH; seed++) {
        texts.add(new Mutator(texts.size()).mutate(valid));
      }
    }
    List<Variants.Result> results =
        assertTimeout(Duration.ofSeconds(120), () -> Variants.process(texts));
    results.forEach(MutatedDeclarationsTest::check);

    long accepted = results.stream().filter(result -> result.accepted().isPresent()).count();
    Set<String> codes =
        results.stream()
            .flatMap(result -> result.errors().stream())
            .map(CODE::matcher)
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .collect(Collectors.toSet());
    assertThat(results).hasSizeGreaterThan(200);
    assertThat(accepted).isBetween(50L, results.size() - 50L);
    assertThat(codes).hasSizeGreaterThan(10);
  }

  private static void check(Variants.Result result) {
    assertThat(result.errors())
        .as(result.source())
        .noneMatch(text -> text.contains("weft:internal"));
    if (result.accepted().isEmpty()) {
      assertThat(result.errors()).as(result.source()).isNotEmpty();
      return;
    }
    NetworkDeclaration declaration = result.accepted().get().declaration();
    Graph graph = Inference.infer(declaration).graph().orElseThrow();
    // The calculator counts pixels and weights one by one.
    if (graph.parameters() < 10_000_000 && graph.macs() < 1_000_000_000) {
      assertThat(NaiveNetwork.of(declaration).shape().listed())
          .as(result.source())
          .isEqualTo(result.accepted().get().output());
    }
  }
}
