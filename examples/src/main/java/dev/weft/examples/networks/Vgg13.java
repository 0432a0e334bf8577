package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** VGG-13, configuration B of the paper, see {@link VggBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 133_047_848, macs = 11_308_466_176L)
@SuppressWarnings("weft:heavy-dense-head")
public interface Vgg13 extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.features(2, 2, 2, 2, 2);
  }
}
