package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.annotation.AdaptiveAvgPool;

/**
 * The stages of a VGG with its dense head (Simonyan and Zisserman 2015, "Very Deep Convolutional
 * Networks for Large-Scale Image Recognition", table 1); the names are torchvision's. A network
 * says which blocks of convolutions it has.
 */
interface Vgg {
  /** 512 channels of 7 x 7. */
  Layer features();

  /** Images of other sizes become 7 x 7 too. */
  @AdaptiveAvgPool(7)
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  default Layer classifier() {
    return VggBlocks.classifier();
  }
}
