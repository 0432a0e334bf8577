package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** ResNet-101 with the strides of its paper, see {@link ResNet}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 44_549_160)
public interface ResNet101V1 extends ResNet {
  @Override
  default int[] blocks() {
    return new int[] {3, 4, 23, 3};
  }

  @Override
  default Layer block(int channels, int stride) {
    return ResNetBlocks.bottleneckV1(channels, stride);
  }
}
