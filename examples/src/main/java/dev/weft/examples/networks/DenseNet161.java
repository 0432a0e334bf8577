package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;

/** DenseNet-161 with growth rate 48, see {@link DenseNetBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 28_681_000, macs = 7_727_907_072L)
public interface DenseNet161 {
  /** Four dense blocks. */
  default Layer features() {
    return DenseNetBlocks.features(96, 48, 6, 12, 36, 24);
  }

  /** One number a channel. */
  @GlobalAvgPool
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  @Dense(1000)
  Layer classifier();
}
