package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;

/**
 * {@link Vgg16} with a pooled head in place of its dense one (Lin, Chen, Yan 2014, "Network In
 * Network", section 3.2): a ninth of the parameters.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 15_227_688)
public interface PooledVgg16 {
  /** 512 channels of 7 x 7. */
  default Layer features() {
    return VggBlocks.features(2, 2, 3, 3, 3);
  }

  /** One number a channel. */
  @GlobalAvgPool
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  @Dense(1000)
  Layer fc();
}
