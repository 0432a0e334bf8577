package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * VGG-19, configuration E of the paper, with a batch norm behind each convolution, see {@link
 * VggBlocks}. As in torchvision, whose files it reads, the convolutions keep the biases that the
 * norm takes out again.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 143_678_248, macs = 19_632_062_464L)
@SuppressWarnings({"weft:heavy-dense-head", "weft:redundant-bias"})
public interface Vgg19BatchNorm extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.normalised(2, 2, 4, 4, 4);
  }
}
