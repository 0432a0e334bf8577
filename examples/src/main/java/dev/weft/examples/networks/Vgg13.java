package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.AdaptiveAvgPool;
import dev.weft.dsl.annotation.Expect;

/** VGG-13, configuration B of the paper, see {@link VggBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 133_047_848, macs = 11_308_466_176L)
@SuppressWarnings("weft:heavy-dense-head")
public interface Vgg13 {
  /** 512 channels of 7 x 7. */
  default Layer features() {
    return VggBlocks.features(2, 2, 2, 2, 2);
  }

  /** Images of other sizes become 7 x 7 too. */
  @AdaptiveAvgPool(7)
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  default Layer classifier() {
    return VggBlocks.classifier();
  }
}
