package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** {@link TorchvisionGoogLeNet} as it predicts: without its auxiliary heads. */
@Network(input = {3, 224, 224})
@Expect(parameters = 6_624_904, macs = 1_498_376_192)
@SuppressWarnings("weft:large-kernel")
public interface TorchvisionGoogLeNetWithoutHeads extends TorchvisionGoogLeNet {
  @Override
  default Layer head(int classes) {
    return identity();
  }
}
