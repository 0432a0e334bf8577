package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.add;
import static dev.weft.dsl.Layers.avgPool;
import static dev.weft.dsl.Layers.batchNorm;
import static dev.weft.dsl.Layers.concat;
import static dev.weft.dsl.Layers.conv;
import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.dense;
import static dev.weft.dsl.Layers.dropout;
import static dev.weft.dsl.Layers.identity;
import static dev.weft.dsl.Layers.maxPool;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.repeat;
import static dev.weft.dsl.Layers.residual;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.sigmoid;
import static dev.weft.dsl.Layers.softmax;
import static dev.weft.dsl.Layers.tanh;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Flatten;
import dev.weft.dsl.annotation.Relu;

/** Nearly every layer, in both forms; the first values have several readers each. */
@Network(input = {2, 9, 7})
interface Medley {
  default Layer mix() {
    return add(conv3x3(2), identity(), residual(conv3x3(2)));
  }

  @Conv(filters = 4, kernel = 3, padding = 1, groups = 2, bias = false)
  @BatchNorm
  @Relu
  Layer stem();

  default Layer blocks() {
    return sequential(
        repeat(2, i -> residual(conv3x3(4).noBias(), batchNorm(), tanh()).then(relu())),
        residual(conv3x3(7).stride(2), sigmoid()).zeroPad(),
        residual(conv3x3(6), softmax()).project().then(relu()),
        residual(conv3x3(6).dilation(2).padding(2))
            .shortcut(sequential(conv1x1(6).noBias(), batchNorm()).named("downsample")));
  }

  default Layer inception() {
    return concat(
        conv1x1(2).named("reduce"),
        sequential(maxPool(3).stride(1).padding(1), conv(3, 1, 3).padding(0, 1)),
        avgPool(3).stride(1).padding(1));
  }

  @Flatten
  Layer flat();

  default Layer head() {
    return sequential(dense(3).noBias(), tanh(), batchNorm(), dropout(0), dense(6));
  }

  @Dense(5)
  Layer output();
}
