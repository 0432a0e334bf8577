package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * GoogLeNet as its paper has it, with the two auxiliary heads that help to train it, see {@link
 * GoogLeNetStages}. Multiply-adds count the heads too.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 13_378_280, macs = 1_591_044_096)
@SuppressWarnings({"weft:large-kernel", "weft:inexact-stride"}) // the paper's
public interface GoogLeNet extends GoogLeNetStages {
  @Override
  default Layer convolution(int filters, int kernel, int stride) {
    return sequential(conv(filters, kernel).stride(stride).padding(kernel / 2), relu());
  }

  @Override
  default int widest() {
    return 5;
  }

  @Override
  default Layer normalisation(int size) {
    return localResponseNorm(size);
  }

  @Override
  default Layer head(int classes) {
    // spotless:off
    return auxiliary(
        avgPool(5).stride(3), convolution(128, 1, 1),
        dense(1024), relu(), dropout(0.7),
        dense(classes));
    // spotless:on
  }

  @Override
  default double dropped() {
    return 0.4;
  }
}
