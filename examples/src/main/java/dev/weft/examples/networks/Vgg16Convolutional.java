package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;

/**
 * VGG-16 with its dense head as convolutions, as the paper evaluates it (section 3.2): the same
 * numbers of parameters and multiply-adds, but each position of a larger image gets scores of its
 * own, whose mean is the answer. See {@link VggBlocks}.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 138_357_544, macs = 15_470_264_320L)
@SuppressWarnings("weft:large-kernel")
public interface Vgg16Convolutional {
  /** 512 channels of 7 x 7. */
  default Layer features() {
    return VggBlocks.features(2, 2, 3, 3, 3);
  }

  /** The scores of each position. */
  default Layer classifier() {
    return VggBlocks.convolutionalClassifier();
  }

  /** Their mean: the logits of ImageNet's 1,000 classes. */
  @GlobalAvgPool
  Layer mean();
}
