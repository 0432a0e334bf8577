package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * VGG-11, configuration A of the paper, with a batch norm behind each convolution, see {@link
 * VggBlocks}. As in torchvision, whose files it reads, the convolutions keep the biases that the
 * norm takes out again.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 132_868_840, macs = 7_609_090_048L)
@SuppressWarnings({"weft:heavy-dense-head", "weft:redundant-bias"})
public interface Vgg11BatchNorm extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.normalised(1, 1, 2, 2, 2);
  }
}
