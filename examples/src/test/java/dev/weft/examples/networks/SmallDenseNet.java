package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;

/** {@link DenseNet121} with growth rate 3 and three blocks, on small images. */
@Network(input = {3, 32, 32})
interface SmallDenseNet extends DenseNet {
  @Override
  default Layer features() {
    return DenseNetBlocks.features(6, 3, 3, 2, 2);
  }

  @Override
  @Dense(10)
  Layer classifier();
}
