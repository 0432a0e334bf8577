package dev.weft.dsl.report;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Join;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.plan.Planner;
import dev.weft.dsl.plan.Program;
import java.util.List;
import java.util.Optional;

/** Networks to report. */
final class Programs {
  private Programs() {}

  static Program of(Shape input, Stage... stages) {
    NetworkDeclaration declaration = new NetworkDeclaration("Test", input, List.of(stages));
    return of(Inference.infer(declaration).graph().orElseThrow());
  }

  static Program of(Graph graph) {
    return Planner.plan(graph);
  }

  static Stage joined(String name, Layer layer, Join join, String... from) {
    return new Stage(name, layer, Optional.of(new StageInput(List.of(from), join)));
  }

  /** Two levels of a U-Net. */
  static Program unet() {
    return of(
        Shape.of(1, 16, 16),
        new Stage("down1", sequential(conv3x3(4), relu())),
        new Stage("down2", sequential(maxPool(2), conv3x3(8), relu())),
        new Stage("up1", transposedConv(4, 2).stride(2)),
        joined("merge", sequential(conv3x3(4), relu()), Join.CONCAT, "down1", "up1"),
        new Stage("out", conv1x1(2)));
  }

  /** A network with every operation there is. */
  static Program medley() {
    return of(
        Shape.of(4, 32, 32),
        new Stage(
            "body",
            sequential(
                conv(8, 3, 1).stride(2, 1).padding(1, 0).groups(2),
                batchNorm(),
                relu(),
                pad(1, 2, 3, 4),
                crop(1, 2, 3, 4),
                localResponseNorm(5),
                maxPool(3).stride(2).ceilMode(),
                groupNorm(2),
                leakyRelu(0.1),
                avgPool(2).stride(1),
                instanceNorm(),
                channelShuffle(2),
                transposedConv(8, 2).stride(2),
                pixelShuffle(2),
                upsample(2),
                padChannels(1, 1),
                subsample(2),
                adaptiveAvgPool(6))),
        new Stage("side", auxiliary(sequential(globalAvgPool(), dense(3)).named("head"))),
        new Stage(
            "blocks",
            sequential(
                residual(conv3x3(4), dropPath(0.2)),
                concat(identity(), conv1x1(4)),
                scaleBy(globalAvgPool(), conv1x1(8), sigmoid()))),
        new Stage("head", sequential(flatten(), layerNorm(), dropout(0.5), dense(5), softmax())));
  }
}
