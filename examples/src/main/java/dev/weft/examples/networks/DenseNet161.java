package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** DenseNet-161 with growth rate 48, see {@link DenseNetBlocks}. */
@Network(input = {3, 224, 224})
@Expect(parameters = 28_681_000, macs = 7_727_907_072L)
public interface DenseNet161 extends DenseNet {
  @Override
  default Layer features() {
    return DenseNetBlocks.features(96, 48, 6, 12, 36, 24);
  }
}
