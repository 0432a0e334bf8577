package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.batchNorm;
import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.dense;
import static dev.weft.dsl.Layers.dropout;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.swish;
import static dev.weft.examples.networks.EfficientNetBlocks.bottlenecks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;

/** Three rows of {@link EfficientNetB0}'s table, with few channels and small images. */
@Network(input = {3, 16, 16})
interface SmallEfficientNet extends EfficientNetB0 {
  @Override
  default Layer features() {
    // spotless:off
    return sequential(
        sequential(conv3x3(8).stride(2).noBias(), batchNorm(), swish()),
        bottlenecks(1, 3, 1, 4, 1, 0),
        bottlenecks(6, 3, 2, 6, 2, 8),
        bottlenecks(6, 5, 1, 8, 2, 14),
        sequential(conv1x1(12).noBias(), batchNorm(), swish()));
    // spotless:on
  }

  @Override
  default Layer classifier() {
    return sequential(dropout(0.2), dense(10));
  }
}
