package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** ResNet-152, see {@link ResNet}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 60_192_808, macs = 11_513_626_624L)
public interface ResNet152 extends ResNet {
  @Override
  default int[] blocks() {
    return new int[] {3, 8, 36, 3};
  }

  @Override
  default Layer block(int channels, int stride) {
    return ResNetBlocks.bottleneck(channels, stride);
  }
}
