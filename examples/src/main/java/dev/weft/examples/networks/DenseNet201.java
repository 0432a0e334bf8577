package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** DenseNet-201 with growth rate 32, see {@link DenseNetBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 20_013_928, macs = 4_291_365_888L)
public interface DenseNet201 extends DenseNet {
  @Override
  default Layer features() {
    return DenseNetBlocks.features(64, 32, 6, 12, 48, 32);
  }
}
