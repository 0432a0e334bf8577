package dev.weft.examples.benchmark;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.*;

/** DenseNet-201 for ImageNet, as in torchvision: Huang et al., 2017. */
@Network(input = {3, 224, 224})
public interface DenseNet201 {
  default Layer stem() {
    return sequential(
        conv7x7(64).stride(2).noBias().named("conv0"),
        batchNorm().named("norm0"),
        relu(),
        maxPool(3).stride(2).padding(1));
  }

  default Layer denseblock1() {
    return block(6);
  }

  default Layer transition1() {
    return transition(128);
  }

  default Layer denseblock2() {
    return block(12);
  }

  default Layer transition2() {
    return transition(256);
  }

  default Layer denseblock3() {
    return block(48);
  }

  default Layer transition3() {
    return transition(896);
  }

  default Layer denseblock4() {
    return block(32);
  }

  default Layer norm5() {
    return sequential(batchNorm(), relu());
  }

  default Layer pool() {
    return globalAvgPool();
  }

  default Layer classifier() {
    return dense(1000);
  }

  static Layer block(int layers) {
    return repeat(layers, i -> concat(identity(), denseLayer()));
  }

  static Layer denseLayer() {
    return sequential(
        batchNorm().named("norm1"),
        relu(),
        conv1x1(4 * 32).noBias().named("conv1"),
        batchNorm().named("norm2"),
        relu(),
        conv3x3(32).noBias().named("conv2"));
  }

  static Layer transition(int channels) {
    return sequential(
        batchNorm().named("norm"), relu(), conv1x1(channels).noBias().named("conv"), avgPool(2));
  }
}
