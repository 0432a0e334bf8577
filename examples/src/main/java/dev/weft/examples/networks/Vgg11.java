package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** VGG-11, configuration A of the paper, see {@link VggBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 132_863_336, macs = 7_609_090_048L)
@SuppressWarnings("weft:heavy-dense-head")
public interface Vgg11 extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.features(1, 1, 2, 2, 2);
  }
}
