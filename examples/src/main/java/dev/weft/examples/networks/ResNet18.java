package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** ResNet-18, see {@link ResNet}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 11_689_512, macs = 1_814_073_344)
public interface ResNet18 extends ResNet {
  @Override
  default int[] blocks() {
    return new int[] {2, 2, 2, 2};
  }

  @Override
  default Layer block(int channels, int stride) {
    return ResNetBlocks.basic(channels, stride);
  }
}
