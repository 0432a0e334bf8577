package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Networks for tests, declared in plain Java. */
public final class Networks {
  private Networks() {}

  /** A network of the stages {@code s0}, {@code s1}, ... */
  public static NetworkDeclaration declare(Shape input, Layer... layers) {
    List<Stage> stages = new ArrayList<>();
    for (Layer layer : layers) {
      stages.add(new Stage("s" + stages.size(), layer));
    }
    return new NetworkDeclaration("Test", input, stages);
  }

  public static Graph graph(Shape input, Layer... layers) {
    Inferred inferred = Inference.infer(declare(input, layers));
    if (inferred.graph().isEmpty()) {
      throw new AssertionError(inferred.problems().toString());
    }
    return inferred.graph().get();
  }

  public static List<Problem> problems(Shape input, Layer... layers) {
    return Inference.infer(declare(input, layers)).problems();
  }

  public static Graph leNet5() {
    return graph(
        Shape.of(1, 32, 32),
        sequential(conv(6, 5), tanh()),
        avgPool(2),
        sequential(conv(16, 5), tanh()),
        avgPool(2),
        sequential(conv(120, 5), tanh()),
        sequential(dense(84), tanh()),
        dense(10));
  }

  public static Graph resNet18() {
    return graph(
        Shape.of(3, 224, 224),
        conv7x7(64).stride(2).noBias(),
        batchNorm(),
        sequential(relu(), maxPool(3).stride(2).padding(1)),
        stage(64, 1),
        stage(128, 2),
        stage(256, 2),
        stage(512, 2),
        globalAvgPool(),
        dense(1000));
  }

  private static Layer stage(int channels, int stride) {
    return sequential(repeat(2, i -> basic(channels, i == 0 ? stride : 1)));
  }

  private static Layer basic(int channels, int stride) {
    var block =
        residual(
                conv3x3(channels).stride(stride).noBias().named("conv1"),
                batchNorm().named("bn1"),
                relu(),
                conv3x3(channels).noBias().named("conv2"),
                batchNorm().named("bn2"))
            .then(relu());
    return stride == 1
        ? block
        : block.shortcut(
            sequential(conv1x1(channels).stride(stride).noBias(), batchNorm()).named("downsample"));
  }

  /** The residual network of {@code 6n + 2} layers for CIFAR-10, with option A shortcuts. */
  public static Graph cifarResNet(int n) {
    return graph(
        Shape.of(3, 32, 32),
        sequential(conv3x3(16).noBias(), batchNorm(), relu()),
        cifarStage(16, n, 1),
        cifarStage(32, n, 2),
        cifarStage(64, n, 2),
        globalAvgPool(),
        dense(10));
  }

  private static Layer cifarStage(int channels, int blocks, int stride) {
    return repeat(
        blocks,
        i ->
            residual(
                    conv3x3(channels).stride(i == 0 ? stride : 1).noBias(),
                    batchNorm(),
                    relu(),
                    conv3x3(channels).noBias(),
                    batchNorm())
                .zeroPad()
                .then(relu()));
  }
}
