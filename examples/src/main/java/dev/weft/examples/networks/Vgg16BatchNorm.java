package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * VGG-16, configuration D of the paper, with a batch norm behind each convolution, see {@link
 * VggBlocks}. As in torchvision, whose files it reads, the convolutions keep the biases that the
 * norm takes out again.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 138_365_992, macs = 15_470_264_320L, receptiveField = 212)
@SuppressWarnings({"weft:heavy-dense-head", "weft:redundant-bias"})
public interface Vgg16BatchNorm extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.normalised(2, 2, 3, 3, 3);
  }
}
