package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** {@link GoogLeNet} as it predicts: without its auxiliary heads. */
@Network(input = {3, 224, 224})
@Expect(parameters = 6_998_552, macs = 1_582_671_872)
@SuppressWarnings("weft:large-kernel") // the paper's
public interface GoogLeNetWithoutHeads extends GoogLeNet {
  @Override
  default Layer head(int classes) {
    return identity();
  }
}
