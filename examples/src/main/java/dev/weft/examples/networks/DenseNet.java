package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.GlobalAvgPool;

/**
 * The stages of a DenseNet (Huang, Liu, van der Maaten, Weinberger 2017, "Densely Connected
 * Convolutional Networks", table 1); the names are torchvision's. A network says how wide and how
 * deep its blocks are.
 */
interface DenseNet {
  /** Four dense blocks. */
  Layer features();

  /** One number a channel. */
  @GlobalAvgPool
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  @Dense(1000)
  Layer classifier();
}
