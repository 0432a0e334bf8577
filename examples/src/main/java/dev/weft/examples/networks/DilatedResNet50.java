package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * {@link ResNet50} with dilation in place of the last two strides (Yu, Koltun, Funkhouser 2017,
 * "Dilated Residual Networks"): its last feature map has 28 x 28 positions, not 7 x 7, as dense
 * prediction wants it, and the same weights. As in torchvision, the first block of a stage keeps
 * the dilation of the stage before.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 25_557_032)
public interface DilatedResNet50 extends ResNet50 {
  @Override
  default Layer layer3() {
    return ResNetBlocks.dilated(256, blocks()[2], 1, 2);
  }

  @Override
  default Layer layer4() {
    return ResNetBlocks.dilated(512, blocks()[3], 2, 4);
  }
}
