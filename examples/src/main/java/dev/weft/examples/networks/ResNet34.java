package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** ResNet-34, see {@link ResNet}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 21_797_672, macs = 3_663_761_408L)
public interface ResNet34 extends ResNet {
  @Override
  default int[] blocks() {
    return new int[] {3, 4, 6, 3};
  }

  @Override
  default Layer block(int channels, int stride) {
    return ResNetBlocks.basic(channels, stride);
  }
}
