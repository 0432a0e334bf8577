package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/**
 * What the residual networks for CIFAR-10 and their variants share (He, Zhang, Ren, Sun 2015, "Deep
 * Residual Learning for Image Recognition", section 4.2): three stages of {@code n} blocks each, of
 * 16, 32 and 64 channels, 32, 16 and 8 pixels wide: {@code 6n + 2} layers. A network says how many
 * blocks a stage has, and may have blocks or norms of another kind. The names are those of the
 * checkpoints that are in circulation.
 */
interface CifarResNet {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false) Layer conv1();
  @BatchNorm                                                 Layer bn1();
  @Relu                                                      Layer relu1();

  default Layer layer1() { return stage(16, 1); }
  default Layer layer2() { return stage(32, 2); }
  default Layer layer3() { return stage(64, 2); }

  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on

  /** The number of blocks of each stage. */
  default int blocks() {
    return 3;
  }

  /** A block of so many channels; the shortcut has no parameters (option A). */
  default Layer block(int channels, int stride) {
    return residual(body(channels, stride)).zeroPad().then(relu());
  }

  /** A norm of a block. */
  default Layer norm(String name) {
    return batchNorm().named(name);
  }

  /** The two convolutions of a block. */
  default Layer[] body(int channels, int stride) {
    return new Layer[] {
      conv3x3(channels).stride(stride).noBias().named("conv1"),
      norm("bn1"),
      relu(),
      conv3x3(channels).noBias().named("conv2"),
      norm("bn2")
    };
  }

  private Layer stage(int channels, int stride) {
    return sequential(repeat(blocks(), i -> block(channels, i == 0 ? stride : 1)));
  }
}
