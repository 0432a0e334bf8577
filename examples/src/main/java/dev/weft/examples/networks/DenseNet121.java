package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** DenseNet-121 with growth rate 32, see {@link DenseNetBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 7_978_856, macs = 2_834_161_664L, receptiveField = 2071)
public interface DenseNet121 extends DenseNet {
  @Override
  default Layer features() {
    return DenseNetBlocks.features(64, 32, 6, 12, 24, 16);
  }
}
