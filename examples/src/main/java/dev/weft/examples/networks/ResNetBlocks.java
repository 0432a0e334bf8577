package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;

/**
 * The blocks of the residual networks for ImageNet (He, Zhang, Ren, Sun 2015, "Deep Residual
 * Learning for Image Recognition", figure 5).
 */
final class ResNetBlocks {
  private ResNetBlocks() {}

  /** Two 3x3 convolutions, on the left of the paper's figure 5. */
  static Layer basic(int channels, int stride) {
    return withShortcut(
        channels,
        stride,
        conv3x3(channels).stride(stride).noBias().named("conv1"),
        batchNorm().named("bn1"),
        relu(),
        conv3x3(channels).noBias().named("conv2"),
        batchNorm().named("bn2"));
  }

  /**
   * A 3x3 convolution between two of 1x1, the first of which leaves a quarter of the channels, on
   * the right of figure 5. The 3x3 one has the stride, as in torchvision and most of today's
   * versions ("v1.5").
   */
  static Layer bottleneck(int channels, int stride) {
    return bottleneck(channels, 1, stride, 1);
  }

  /** The same with the stride in the first convolution, as in the paper. */
  static Layer bottleneckV1(int channels, int stride) {
    return bottleneck(channels, stride, 1, 1);
  }

  /** A stage of bottlenecks that keep the size, of which the first has another dilation. */
  static Layer dilated(int channels, int blocks, int firstDilation, int dilation) {
    return sequential(
        repeat(blocks, i -> bottleneck(channels, 1, 1, i == 0 ? firstDilation : dilation)));
  }

  private static Layer bottleneck(int channels, int firstStride, int secondStride, int dilation) {
    return withShortcut(
        4 * channels,
        firstStride * secondStride,
        conv1x1(channels).stride(firstStride).noBias().named("conv1"),
        batchNorm().named("bn1"),
        relu(),
        conv3x3(channels)
            .stride(secondStride)
            .dilation(dilation)
            .padding(dilation)
            .noBias()
            .named("conv2"),
        batchNorm().named("bn2"),
        relu(),
        conv1x1(4 * channels).noBias().named("conv3"),
        batchNorm().named("bn3"));
  }

  /** The shortcut is projected only where its shape would not fit (option B). */
  private static Layer withShortcut(int channels, int stride, Layer... body) {
    return withChannels(
        in ->
            in == channels && stride == 1
                ? residual(body).then(relu())
                : residual(body).shortcut(projection(channels, stride)).then(relu()));
  }

  private static Layer projection(int channels, int stride) {
    return sequential(conv1x1(channels).stride(stride).noBias(), batchNorm()).named("downsample");
  }
}
