package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * ZFNet with the wider upper layers that its authors found to do better (Zeiler and Fergus 2014,
 * "Visualizing and Understanding Convolutional Networks", section 5.1, table 3: "adjust layers
 * 3,4,5: 512,1024,512 maps").
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 107_627_624, macs = 2_476_704_896L)
@SuppressWarnings({"weft:heavy-dense-head", "weft:large-kernel", "weft:inexact-stride"})
public interface ZfNet {
  /** 256 channels of 13 x 13. */
  default Layer features() {
    return ZfNetBlocks.features();
  }

  /** The convolutions that see all colours and edges of the first two: 6 x 6 remain. */
  default Layer top() {
    return ZfNetBlocks.top(512, 1024, 512);
  }

  /** The logits of ImageNet's 1,000 classes. */
  default Layer classifier() {
    return ZfNetBlocks.classifier();
  }
}
