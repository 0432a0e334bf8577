package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** VGG-19, configuration E of the paper, see {@link VggBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 143_667_240, macs = 19_632_062_464L)
@SuppressWarnings("weft:heavy-dense-head")
public interface Vgg19 extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.features(2, 2, 4, 4, 4);
  }
}
