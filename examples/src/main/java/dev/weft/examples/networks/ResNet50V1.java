package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** ResNet-50 with the strides of its paper, see {@link ResNet}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 25_557_032, macs = 3_857_973_248L, receptiveField = 483)
public interface ResNet50V1 extends ResNet {
  @Override
  default int[] blocks() {
    return new int[] {3, 4, 6, 3};
  }

  @Override
  default Layer block(int channels, int stride) {
    return ResNetBlocks.bottleneckV1(channels, stride);
  }
}
