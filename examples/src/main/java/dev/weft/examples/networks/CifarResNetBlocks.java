package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.ResidualLayer;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * What the residual networks for CIFAR-10 and their variants share (He, Zhang, Ren, Sun 2015, "Deep
 * Residual Learning for Image Recognition", section 4.2): three stages of {@code n} blocks each, of
 * 16, 32 and 64 channels, 32, 16 and 8 pixels wide: {@code 6n + 2} layers.
 */
final class CifarResNetBlocks {
  private CifarResNetBlocks() {}

  /** A stage of residual blocks; the shortcut of a first block has no parameters (option A). */
  static Layer residuals(int filters, int blocks, int stride) {
    return residuals(filters, blocks, stride, () -> batchNorm());
  }

  /** The same with another norm. */
  static Layer residuals(int filters, int blocks, int stride, Supplier<Layer> norm) {
    return sequential(
        repeat(
            blocks,
            i ->
                residual(convolutions(filters, i == 0 ? stride : 1, norm)).zeroPad().then(relu())));
  }

  /** The same without the shortcuts. */
  static Layer plain(int filters, int blocks, int stride) {
    return sequential(
        repeat(
            blocks,
            i -> {
              Layer[] body = convolutions(filters, i == 0 ? stride : 1, () -> batchNorm());
              Layer[] block = Arrays.copyOf(body, body.length + 1);
              block[body.length] = relu();
              return sequential(block);
            }));
  }

  /**
   * Norm and activation stand in front of each convolution (He et al. 2016, "Identity Mappings in
   * Deep Residual Networks", figure 4(e)).
   */
  static Layer preactivated(int filters, int blocks, int stride) {
    return sequential(repeat(blocks, i -> preactivated(filters, i == 0 ? stride : 1)));
  }

  private static ResidualLayer preactivated(int filters, int stride) {
    return residual(
            batchNorm().named("bn1"),
            relu(),
            conv3x3(filters).stride(stride).noBias().named("conv1"),
            batchNorm().named("bn2"),
            relu(),
            conv3x3(filters).noBias().named("conv2"))
        .zeroPad();
  }

  private static Layer[] convolutions(int filters, int stride, Supplier<Layer> norm) {
    return new Layer[] {
      conv3x3(filters).stride(stride).noBias().named("conv1"),
      norm.get().named("bn1"),
      relu(),
      conv3x3(filters).noBias().named("conv2"),
      norm.get().named("bn2")
    };
  }
}
