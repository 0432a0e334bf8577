package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the residual networks for CIFAR-10 and their plain counterparts share (He, Zhang, Ren, Sun
 * 2015, "Deep Residual Learning for Image Recognition", section 4.2): three stages of {@code n}
 * blocks each, of 16, 32 and 64 channels, 32, 16 and 8 pixels wide: {@code 6n + 2} layers.
 */
final class CifarResNetBlocks {
  private CifarResNetBlocks() {}

  /** A stage of residual blocks; the shortcut of a first block has no parameters (option A). */
  static Layer residuals(int filters, int blocks, int stride) {
    return sequential(
        repeat(
            blocks,
            i -> residual(convolutions(filters, i == 0 ? stride : 1)).zeroPad().then(relu())));
  }

  /** The same without the shortcuts. */
  static Layer plain(int filters, int blocks, int stride) {
    return sequential(
        repeat(
            blocks,
            i -> {
              List<Layer> block =
                  new ArrayList<>(List.of(convolutions(filters, i == 0 ? stride : 1)));
              block.add(relu());
              return sequential(block.toArray(Layer[]::new));
            }));
  }

  private static Layer[] convolutions(int filters, int stride) {
    return new Layer[] {
      conv3x3(filters).stride(stride).noBias().named("conv1"),
      batchNorm().named("bn1"),
      relu(),
      conv3x3(filters).noBias().named("conv2"),
      batchNorm().named("bn2")
    };
  }
}
