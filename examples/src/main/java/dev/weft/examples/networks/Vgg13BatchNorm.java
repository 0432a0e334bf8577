package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * VGG-13, configuration B of the paper, with a batch norm behind each convolution, see {@link
 * VggBlocks}. As in torchvision, whose files it reads, the convolutions keep the biases that the
 * norm takes out again.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 133_053_736, macs = 11_308_466_176L)
@SuppressWarnings({"weft:heavy-dense-head", "weft:redundant-bias"})
public interface Vgg13BatchNorm extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.normalised(2, 2, 2, 2, 2);
  }
}
