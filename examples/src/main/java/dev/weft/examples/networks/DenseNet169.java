package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** DenseNet-169 with growth rate 32, see {@link DenseNetBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 14_149_480, macs = 3_359_843_328L)
public interface DenseNet169 extends DenseNet {
  @Override
  default Layer features() {
    return DenseNetBlocks.features(64, 32, 6, 12, 32, 32);
  }
}
