package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;

/** DenseNet-121 with growth rate 32, see {@link DenseNetBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 7_978_856, macs = 2_834_161_664L, receptiveField = 2071)
public interface DenseNet121 {
  /** Four dense blocks. */
  default Layer features() {
    return DenseNetBlocks.features(64, 32, 6, 12, 24, 16);
  }

  /** One number a channel. */
  @GlobalAvgPool
  Layer avgpool();

  /** The logits of ImageNet's 1,000 classes. */
  @Dense(1000)
  Layer classifier();
}
