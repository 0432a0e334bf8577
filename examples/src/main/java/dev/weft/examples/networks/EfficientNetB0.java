package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;
import static dev.weft.examples.networks.EfficientNetBlocks.bottlenecks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;

/**
 * EfficientNet-B0 (Tan and Le 2019, "EfficientNet: Rethinking Model Scaling for Convolutional
 * Neural Networks", table 1). The names are torchvision's; see {@link EfficientNetBlocks}.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 5_288_548, macs = 385_814_752)
public interface EfficientNetB0 {
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
}
