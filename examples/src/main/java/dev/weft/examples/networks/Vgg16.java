package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** VGG-16, configuration D of the paper, see {@link VggBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 138_357_544, macs = 15_470_264_320L, receptiveField = 212)
@SuppressWarnings("weft:heavy-dense-head")
public interface Vgg16 extends Vgg {
  @Override
  default Layer features() {
    return VggBlocks.features(2, 2, 3, 3, 3);
  }
}
