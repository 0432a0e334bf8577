package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.append;
import static dev.weft.dsl.Layers.auxiliary;
import static dev.weft.dsl.Layers.concat;
import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.dense;
import static dev.weft.dsl.Layers.flatten;
import static dev.weft.dsl.Layers.maxPool;
import static dev.weft.dsl.Layers.residual;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.sigmoid;
import static dev.weft.dsl.Layers.swish;
import static dev.weft.dsl.Layers.tanh;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;

/** Blocks that share code, and touch what is around them in all ways. */
@Network(input = {2, 6, 5})
interface Twins {
  /** The first is where gradients are for the network's input only. */
  default Layer atInput() {
    return concat(activated(2), activated(3), activated(2));
  }

  /** A side output within each, and one of what the next layer reads, too. */
  default Layer heads() {
    return sequential(headed(4, 2), headed(3, 3));
  }

  /** Joined with the activations that stand between them. */
  default Layer joined() {
    return sequential(
        sequential(swish(), conv3x3(3)),
        tanh(),
        sequential(swish(), conv3x3(4)),
        sigmoid(),
        sequential(swish(), conv3x3(3)),
        tanh());
  }

  /** In each other's channels. */
  default Layer appended() {
    return concat(dense2(2), sequential(dense2(2), tanh()), sequential(maxPool(1), dense2(2)));
  }

  /** Read by all of its own layers, and added to at its end. */
  default Layer residuals() {
    return sequential(
        residual(branches(2), conv1x1(21)), residual(branches(3), conv1x1(21)), tanh());
  }

  /** Flattened in the middle. */
  default Layer output() {
    return concat(flat(3), flat(4));
  }

  private static Layer activated(int filters) {
    return sequential(swish(), conv3x3(filters), tanh());
  }

  private static Layer headed(int filters, int classes) {
    return sequential(
        conv3x3(filters),
        auxiliary(sequential(flatten(), dense(classes), tanh())),
        tanh(),
        conv3x3(filters),
        auxiliary(sequential(tanh())));
  }

  private static Layer dense2(int growth) {
    return sequential(append(conv3x3(growth), tanh()), append(conv3x3(growth), tanh()));
  }

  private static Layer branches(int filters) {
    return concat(conv1x1(filters), sequential(conv1x1(2), conv3x3(filters)), maxPool(1));
  }

  private static Layer flat(int features) {
    return sequential(conv1x1(features), flatten(), dense(features), tanh());
  }
}
