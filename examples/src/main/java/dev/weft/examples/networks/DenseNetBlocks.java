package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the densely connected networks share (Huang, Liu, van der Maaten, Weinberger 2017, "Densely
 * Connected Convolutional Networks", section 3): each layer sees the channels of all layers before
 * it in its block. The names are torchvision's.
 */
final class DenseNetBlocks {
  private DenseNetBlocks() {}

  /**
   * Everything in front of the classifier.
   *
   * @param filters of the first convolution
   * @param growth the channels that a layer adds, the paper's {@code k}
   * @param blocks the layers of each block
   */
  static Layer features(int filters, int growth, int... blocks) {
    List<Layer> layers = new ArrayList<>();
    layers.add(conv7x7(filters).stride(2).noBias().named("conv0"));
    layers.add(batchNorm().named("norm0"));
    layers.add(relu().named("relu0"));
    layers.add(maxPool(3).stride(2).padding(1).named("pool0"));
    for (int b = 1; b <= blocks.length; b++) {
      layers.add(block(growth, blocks[b - 1]).named("denseblock" + b));
      if (b < blocks.length) {
        layers.add(transition().named("transition" + b));
      }
    }
    layers.add(batchNorm().named("norm5"));
    layers.add(relu().named("relu5"));
    return sequential(layers.toArray(Layer[]::new));
  }

  private static Layer block(int growth, int layers) {
    return sequential(repeat(layers, i -> layer(growth).named("denselayer" + (i + 1))));
  }

  /** With a 1x1 convolution in front, the paper's DenseNet-B. */
  private static Layer layer(int growth) {
    return append(
        batchNorm().named("norm1"),
        relu().named("relu1"),
        conv1x1(4 * growth).noBias().named("conv1"),
        batchNorm().named("norm2"),
        relu().named("relu2"),
        conv3x3(growth).noBias().named("conv2"));
  }

  /** Halves the channels, the paper's DenseNet-C, and the size. */
  private static Layer transition() {
    return withChannels(
        in ->
            sequential(
                batchNorm().named("norm"),
                relu().named("relu"),
                conv1x1(in / 2).noBias().named("conv"),
                avgPool(2).named("pool")));
  }
}
