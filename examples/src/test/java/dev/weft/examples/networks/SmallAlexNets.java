package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.conv;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.conv5x5;
import static dev.weft.dsl.Layers.dense;
import static dev.weft.dsl.Layers.dropout;
import static dev.weft.dsl.Layers.maxPool;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Relu;

/** {@link AlexNet} and its kin with few channels and small images. */
final class SmallAlexNets {
  private SmallAlexNets() {}

  /** The norms, the pools and the order of the layers are those of {@link AlexNet}. */
  @Network(input = {3, 67, 67})
  @SuppressWarnings({"weft:large-kernel"})
  interface Paper extends AlexNet {
    // spotless:off: in columns, as there
    @Override @Conv(filters = 6, kernel = 11, stride = 4)              @Relu Layer conv1();
    @Override @Conv(filters = 8, kernel = 5, padding = 2, groups = 2)  @Relu Layer conv2();
    @Override @Conv(filters = 10, kernel = 3, padding = 1)             @Relu Layer conv3();
    @Override @Conv(filters = 10, kernel = 3, padding = 1, groups = 2) @Relu Layer conv4();
    @Override @Conv(filters = 8, kernel = 3, padding = 1, groups = 2)  @Relu Layer conv5();
    // spotless:on

    @Override
    default Layer fc6() {
      return sequential(dense(12), relu(), dropout(0.5));
    }

    @Override
    default Layer fc7() {
      return sequential(dense(12), relu(), dropout(0.5));
    }

    @Override
    default Layer fc8() {
      return dense(10);
    }
  }

  @Network(input = {3, 64, 64})
  @SuppressWarnings({"weft:large-kernel", "weft:inexact-stride"})
  interface Torchvision extends TorchvisionAlexNet {
    @Override
    default Layer features() {
      // spotless:off
      return sequential(
          conv(4, 11).stride(4).padding(2), relu(), maxPool(3).stride(2),
          conv5x5(6), relu(), maxPool(3).stride(2),
          conv3x3(8), relu(),
          conv3x3(6), relu(),
          conv3x3(6), relu());
      // spotless:on
    }

    @Override
    default Layer classifier() {
      return sequential(
          dropout(0.5), dense(12), relu(), dropout(0.5), dense(12), relu(), dense(10));
    }
  }

  @Network(input = {3, 63, 63})
  @SuppressWarnings({"weft:large-kernel", "weft:inexact-stride"})
  interface Zf extends ZfNet {
    @Override
    default Layer top() {
      return ZfNetBlocks.top(6, 8, 6);
    }

    @Override
    default Layer classifier() {
      return sequential(dense(12), relu(), dropout(0.5), dense(10));
    }
  }
}
