package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link EfficientNetB0} is made of: inverted bottlenecks (Sandler et al. 2018, "MobileNetV2")
 * with squeeze and excitation (Hu et al. 2018); the deeper a block, the more often training drops
 * it.
 */
final class EfficientNetBlocks {
  /** The number of EfficientNet-B0's blocks, from which the rate of dropping follows. */
  private static final int BLOCKS = 16;

  private EfficientNetBlocks() {}

  /**
   * A row of the paper's table; only its first block changes the size and the channels.
   *
   * @param before how many blocks are in front of this row
   */
  static Layer bottlenecks(
      int expansion, int kernel, int stride, int filters, int blocks, int before) {
    return sequential(
        repeat(
            blocks,
            i ->
                i == 0
                    ? sequential(bottleneck(expansion, kernel, stride, filters))
                    : residual(
                        bottleneck(expansion, kernel, 1, filters),
                        dropPath(0.2 * (before + i) / BLOCKS))));
  }

  /** Expands the channels, looks at space, weighs the channels, and brings them together again. */
  private static Layer bottleneck(int expansion, int kernel, int stride, int filters) {
    return withChannels(
            in -> {
              int wide = expansion * in;
              List<Layer> layers = new ArrayList<>();
              if (wide != in) {
                layers.add(sequential(conv1x1(wide).noBias(), batchNorm(), swish()));
              }
              layers.add(
                  sequential(
                      depthwiseConv(kernel).stride(stride).padding(kernel / 2).noBias(),
                      batchNorm(),
                      swish()));
              layers.add(squeezeAndExcite(in / 4, wide));
              layers.add(sequential(conv1x1(filters).noBias(), batchNorm()));
              return sequential(layers.toArray(Layer[]::new));
            })
        .named("block");
  }

  private static Layer squeezeAndExcite(int squeezed, int channels) {
    return scaleBy(
        globalAvgPool(),
        conv1x1(squeezed).named("fc1"),
        swish(),
        conv1x1(channels).named("fc2"),
        sigmoid());
  }
}
