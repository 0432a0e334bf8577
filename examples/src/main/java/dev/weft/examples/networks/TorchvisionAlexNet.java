package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.AdaptiveAvgPool;
import dev.weft.dsl.annotation.Expect;

/**
 * AlexNet as torchvision has it, after Krizhevsky 2014, "One weird trick for parallelizing
 * convolutional neural networks": one tower of fewer filters, and no response normalisation.
 * Parameters are named as in torchvision's files.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 61_100_840, macs = 714_188_480)
@SuppressWarnings({"weft:heavy-dense-head", "weft:large-kernel", "weft:inexact-stride"})
public interface TorchvisionAlexNet {
  /** 256 channels of 6 x 6. */
  default Layer features() {
    // spotless:off
    return sequential(
        conv(64, 11).stride(4).padding(2), relu(), maxPool(3).stride(2),
        conv5x5(192), relu(), maxPool(3).stride(2),
        conv3x3(384), relu(),
        conv3x3(256), relu(),
        conv3x3(256), relu(), maxPool(3).stride(2));
    // spotless:on
  }

  /** Any size becomes 6 x 6. */
  @AdaptiveAvgPool(6)
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  default Layer classifier() {
    // spotless:off
    return sequential(
        dropout(0.5), dense(4096), relu(),
        dropout(0.5), dense(4096), relu(),
        dense(1000));
    // spotless:on
  }
}
