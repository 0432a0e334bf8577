package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;
import java.util.ArrayList;
import java.util.List;

/**
 * EfficientNet-B0 (Tan and Le 2019, "EfficientNet: Rethinking Model Scaling for Convolutional
 * Neural Networks", table 1). Its blocks are inverted bottlenecks (Sandler et al. 2018,
 * "MobileNetV2") with squeeze and excitation (Hu et al. 2018); the deeper a block, the more often
 * training drops it. The names are torchvision's.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 5_288_548, macs = 385_814_752)
public interface EfficientNetB0 {
  /** The number of inverted bottlenecks, from which the rate of dropping follows. */
  int BLOCKS = 16;

  /** The rows of the paper's table: 1,280 channels of 7 x 7. */
  default Layer features() {
    // spotless:off
    return sequential(
        sequential(conv3x3(32).stride(2).noBias(), batchNorm(), swish()),
        //     expansion kernel stride filters blocks, and how many are in front
        bottlenecks(  1,    3,     1,     16,    1,  0),
        bottlenecks(  6,    3,     2,     24,    2,  1),
        bottlenecks(  6,    5,     2,     40,    2,  3),
        bottlenecks(  6,    3,     2,     80,    3,  5),
        bottlenecks(  6,    5,     1,    112,    3,  8),
        bottlenecks(  6,    5,     2,    192,    4, 11),
        bottlenecks(  6,    3,     1,    320,    1, 15),
        sequential(conv1x1(1280).noBias(), batchNorm(), swish()));
    // spotless:on
  }

  /** One number a channel. */
  @GlobalAvgPool
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  default Layer classifier() {
    return sequential(dropout(0.2), dense(1000));
  }

  /** A row of the table; only its first block changes the size and the channels. */
  private static Layer bottlenecks(
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
