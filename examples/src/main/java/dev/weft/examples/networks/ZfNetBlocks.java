package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;

/**
 * What both forms of ZFNet share (Zeiler and Fergus 2014). Against AlexNet, the first layer's
 * window is 7x7 in place of 11x11 and its stride 2 in place of 4, which keeps more of the middle
 * frequencies. Pools round their size up.
 */
final class ZfNetBlocks {
  private ZfNetBlocks() {}

  static Layer features() {
    // spotless:off
    return sequential(
        conv(96, 7).stride(2).padding(1), relu(), maxPool(3).stride(2).ceilMode(), localResponseNorm(5),
        conv(256, 5).stride(2), relu(), maxPool(3).stride(2).ceilMode(), localResponseNorm(5));
    // spotless:on
  }

  /** The third to fifth layer, with these numbers of filters. */
  static Layer top(int third, int fourth, int fifth) {
    // spotless:off
    return sequential(
        conv3x3(third), relu(),
        conv3x3(fourth), relu(),
        conv3x3(fifth), relu(), maxPool(3).stride(2).ceilMode());
    // spotless:on
  }

  static Layer classifier() {
    // spotless:off
    return sequential(
        dense(4096), relu(), dropout(0.5),
        dense(4096), relu(), dropout(0.5),
        dense(1000));
    // spotless:on
  }
}
