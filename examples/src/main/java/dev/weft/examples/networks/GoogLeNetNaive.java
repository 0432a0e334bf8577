package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;

/**
 * GoogLeNet with inception blocks that lack the 1x1 convolutions in front of the wide ones, figure
 * 2(a) of the paper: what those save is the difference to {@link GoogLeNetWithoutHeads}.
 */
@Network(input = {3, 224, 224})
@SuppressWarnings("weft:large-kernel") // the paper's
public interface GoogLeNetNaive extends GoogLeNetWithoutHeads {
  @Override
  default Layer inception(int one, int three, int reduced3, int five, int reduced5, int pool) {
    return concat(
        convolution(one, 1, 1).named("branch1"),
        convolution(three, 3, 1).named("branch2"),
        convolution(five, 5, 1).named("branch3"),
        maxPool(3).stride(1).padding(1).named("branch4"));
  }
}
