package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;

/** {@link ResNet} with blocks of a sixteenth of the channels, on small images. */
final class SmallResNets {
  private SmallResNets() {}

  /** Two blocks in the first stage, so that both kinds of shortcut are there. */
  @Network(input = {3, 64, 64})
  interface Basic extends ResNet {
    @Override
    @Conv(filters = 4, kernel = 7, stride = 2, padding = 3, bias = false)
    Layer conv1();

    @Override
    @Dense(10)
    Layer fc();

    @Override
    default int[] blocks() {
      return new int[] {2, 1, 1, 1};
    }

    @Override
    default Layer block(int channels, int stride) {
      return ResNetBlocks.basic(channels / 16, stride);
    }
  }

  @Network(input = {3, 64, 64})
  interface Bottleneck extends Basic {
    @Override
    default Layer block(int channels, int stride) {
      return ResNetBlocks.bottleneck(channels / 16, stride);
    }
  }

  @Network(input = {3, 64, 64})
  interface BottleneckV1 extends Basic {
    @Override
    default Layer block(int channels, int stride) {
      return ResNetBlocks.bottleneckV1(channels / 16, stride);
    }
  }

  @Network(input = {3, 64, 64})
  interface Dilated extends Bottleneck {
    @Override
    default Layer layer3() {
      return ResNetBlocks.dilated(8, 1, 1, 2);
    }

    @Override
    default Layer layer4() {
      return ResNetBlocks.dilated(8, 2, 2, 4);
    }
  }
}
