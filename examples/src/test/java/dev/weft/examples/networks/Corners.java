package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.concat;
import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.dropout;
import static dev.weft.dsl.Layers.identity;
import static dev.weft.dsl.Layers.maxPool;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Flatten;

/** A branch at the input, a dropout right behind a convolution, and a reshaped output. */
@Network(input = {2, 4, 4})
@SuppressWarnings("weft:dropout-after-output")
interface Corners {
  default Layer join() {
    return concat(identity(), conv3x3(2), maxPool(1));
  }

  default Layer drop() {
    return sequential(conv1x1(3), dropout(0.5));
  }

  @Flatten
  Layer flat();
}
