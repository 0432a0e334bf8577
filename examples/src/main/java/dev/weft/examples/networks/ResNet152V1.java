package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** ResNet-152 with the strides of its paper, see {@link ResNet}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 60_192_808)
public interface ResNet152V1 extends ResNet {
  @Override
  default int[] blocks() {
    return new int[] {3, 8, 36, 3};
  }

  @Override
  default Layer block(int channels, int stride) {
    return ResNetBlocks.bottleneckV1(channels, stride);
  }
}
