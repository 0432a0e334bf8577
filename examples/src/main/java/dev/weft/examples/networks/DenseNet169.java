package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;

/** DenseNet-169 with growth rate 32, see {@link DenseNetBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 14_149_480, macs = 3_359_843_328L)
public interface DenseNet169 {
  /** Four dense blocks. */
  default Layer features() {
    return DenseNetBlocks.features(64, 32, 6, 12, 32, 32);
  }

  /** One number a channel. */
  @GlobalAvgPool
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  @Dense(1000)
  Layer classifier();
}
