package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.dense;
import static dev.weft.dsl.Layers.dropout;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;

/** The first blocks of {@link VggBlocks} on small images. */
final class SmallVggs {
  private SmallVggs() {}

  @Network(input = {3, 8, 8})
  interface Plain {
    default Layer features() {
      return VggBlocks.features(1, 2);
    }

    default Layer classifier() {
      return sequential(dense(12), relu(), dropout(0.5), dense(10));
    }
  }

  @Network(input = {3, 8, 8})
  @SuppressWarnings("weft:redundant-bias")
  interface Normalised extends Plain {
    @Override
    default Layer features() {
      return VggBlocks.normalised(1, 2);
    }
  }
}
