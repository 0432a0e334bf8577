package dev.weft.examples.benchmark;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.*;

/** ResNet-152 for ImageNet, as in torchvision: He et al., 2015. */
@Network(input = {3, 224, 224})
public interface ResNet152 {
  default Layer conv1() {
    return conv7x7(64).stride(2).noBias();
  }

  default Layer bn1() {
    return batchNorm();
  }

  default Layer stem() {
    return sequential(relu(), maxPool(3).stride(2).padding(1));
  }

  default Layer layer1() {
    return layer(64, 3, 1);
  }

  default Layer layer2() {
    return layer(128, 8, 2);
  }

  default Layer layer3() {
    return layer(256, 36, 2);
  }

  default Layer layer4() {
    return layer(512, 3, 2);
  }

  default Layer avgpool() {
    return globalAvgPool();
  }

  default Layer fc() {
    return dense(1000);
  }

  static Layer layer(int channels, int blocks, int stride) {
    return repeat(
        blocks,
        i ->
            i == 0
                ? bottleneck(channels, stride).shortcut(downsample(4 * channels, stride))
                : bottleneck(channels, 1));
  }

  static ResidualLayer bottleneck(int channels, int stride) {
    return residual(
            conv1x1(channels).noBias().named("conv1"),
            batchNorm().named("bn1"),
            relu(),
            conv3x3(channels).stride(stride).noBias().named("conv2"),
            batchNorm().named("bn2"),
            relu(),
            conv1x1(4 * channels).noBias().named("conv3"),
            batchNorm().named("bn3"))
        .then(relu());
  }

  static Layer downsample(int channels, int stride) {
    return sequential(conv1x1(channels).stride(stride).noBias(), batchNorm()).named("downsample");
  }
}
