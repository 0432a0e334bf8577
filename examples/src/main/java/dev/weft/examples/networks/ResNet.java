package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.MaxPool;
import dev.weft.dsl.annotation.Relu;

/**
 * What the residual networks for ImageNet share (He, Zhang, Ren, Sun 2015, "Deep Residual Learning
 * for Image Recognition", table 1). A network says how many blocks its stages have, and of which
 * kind. The names are torchvision's.
 */
interface ResNet {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 64, kernel = 7, stride = 2, padding = 3, bias = false) Layer conv1();
  @BatchNorm                                                             Layer bn1();
  @Relu                                                                  Layer relu();
  @MaxPool(kernel = 3, stride = 2, padding = 1)                          Layer maxpool();

  default Layer layer1() { return stage( 64, blocks()[0], 1); }
  default Layer layer2() { return stage(128, blocks()[1], 2); }
  default Layer layer3() { return stage(256, blocks()[2], 2); }
  default Layer layer4() { return stage(512, blocks()[3], 2); }

  @GlobalAvgPool                                                         Layer avgpool();
  @Dense(1000)                                                           Layer fc();
  // spotless:on

  /** The number of blocks of each of the four stages. */
  int[] blocks();

  /** A block of so many channels. */
  Layer block(int channels, int stride);

  private Layer stage(int channels, int blocks, int stride) {
    return sequential(repeat(blocks, i -> block(channels, i == 0 ? stride : 1)));
  }
}
