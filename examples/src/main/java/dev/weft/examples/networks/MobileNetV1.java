package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;

/**
 * MobileNet, version 1 with all of its channels (Howard et al. 2017, "MobileNets: Efficient
 * Convolutional Neural Networks for Mobile Vision Applications", table 1): each convolution is
 * split into a depthwise one, which looks at space, and a pointwise one, which looks at channels.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 4_231_976, macs = 568_740_352, receptiveField = 315)
public interface MobileNetV1 {
  /** 32 channels of 112 x 112. */
  default Layer stem() {
    return sequential(conv3x3(32).stride(2).noBias(), batchNorm(), relu());
  }

  /** 1,024 channels of 7 x 7. */
  default Layer features() {
    // spotless:off
    return sequential(
        separable(64, 1),
        separable(128, 2), separable(128, 1),
        separable(256, 2), separable(256, 1),
        separable(512, 2), repeat(5, i -> separable(512, 1)),
        separable(1024, 2), separable(1024, 1));
    // spotless:on
  }

  /** One number a channel. */
  @GlobalAvgPool
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  @Dense(1000)
  Layer fc();

  /** A depthwise separable convolution, figure 3 of the paper. */
  static Layer separable(int filters, int stride) {
    return sequential(
        depthwiseConv(3).stride(stride).padding(1).noBias(),
        batchNorm(),
        relu(),
        conv1x1(filters).noBias(),
        batchNorm(),
        relu());
  }
}
