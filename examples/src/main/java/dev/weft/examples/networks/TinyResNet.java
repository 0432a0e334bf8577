package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.batchNorm;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.repeat;
import static dev.weft.dsl.Layers.residual;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/**
 * A small residual network for images of 32 x 32, in the manner of those for CIFAR-10 (He et al.
 * 2015, "Deep Residual Learning for Image Recognition", section 4.2). Shows both forms of a stage
 * and two of the paper's shortcuts.
 */
@Network(input = {3, 32, 32})
public interface TinyResNet {
  /** From three colours to 16 channels. */
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false)
  @BatchNorm
  @Relu
  Layer stem();

  /** 16 channels of 32 x 32. */
  default Layer layer1() {
    return sequential(repeat(2, i -> block(16, 1).then(relu())));
  }

  /** 32 channels of 16 x 16, the shortcut without parameters (the paper's option A). */
  default Layer layer2() {
    return sequential(block(32, 2).zeroPad().then(relu()), block(32, 1).then(relu()));
  }

  /** 64 channels of 8 x 8, the shortcut projected (the paper's option B). */
  default Layer layer3() {
    return sequential(block(64, 2).project().then(relu()), block(64, 1).then(relu()));
  }

  /** One number a channel. */
  @GlobalAvgPool
  Layer pool();

  /** The logits of ten classes. */
  @Dense(10)
  Layer fc();

  /** Two convolutions and what they leave of their input. */
  static ResidualLayer block(int channels, int stride) {
    return residual(
        conv3x3(channels).stride(stride).noBias().named("conv1"),
        batchNorm().named("bn1"),
        relu(),
        conv3x3(channels).noBias().named("conv2"),
        batchNorm().named("bn2"));
  }
}
