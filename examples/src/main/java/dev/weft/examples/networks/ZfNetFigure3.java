package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * ZFNet as in figure 3 of its paper (Zeiler and Fergus 2014, "Visualizing and Understanding
 * Convolutional Networks").
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 62_357_608, macs = 1_168_032_896)
@SuppressWarnings({"weft:heavy-dense-head", "weft:large-kernel", "weft:inexact-stride"})
public interface ZfNetFigure3 {
  /** 256 channels of 13 x 13. */
  default Layer features() {
    return ZfNetBlocks.features();
  }

  /** The convolutions that see all colours and edges of the first two: 6 x 6 remain. */
  default Layer top() {
    return ZfNetBlocks.top(384, 384, 256);
  }

  /** The logits of ImageNet's 1,000 classes. */
  default Layer classifier() {
    return ZfNetBlocks.classifier();
  }
}
