package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.adaptiveAvgPool;
import static dev.weft.dsl.Layers.auxiliary;
import static dev.weft.dsl.Layers.avgPool;
import static dev.weft.dsl.Layers.channelShuffle;
import static dev.weft.dsl.Layers.concat;
import static dev.weft.dsl.Layers.conv;
import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.crop;
import static dev.weft.dsl.Layers.dense;
import static dev.weft.dsl.Layers.depthwiseConv;
import static dev.weft.dsl.Layers.dropPath;
import static dev.weft.dsl.Layers.flatten;
import static dev.weft.dsl.Layers.gelu;
import static dev.weft.dsl.Layers.globalAvgPool;
import static dev.weft.dsl.Layers.groupNorm;
import static dev.weft.dsl.Layers.hardSwish;
import static dev.weft.dsl.Layers.identity;
import static dev.weft.dsl.Layers.instanceNorm;
import static dev.weft.dsl.Layers.layerNorm;
import static dev.weft.dsl.Layers.leakyRelu;
import static dev.weft.dsl.Layers.localResponseNorm;
import static dev.weft.dsl.Layers.maxPool;
import static dev.weft.dsl.Layers.pad;
import static dev.weft.dsl.Layers.padChannels;
import static dev.weft.dsl.Layers.pixelShuffle;
import static dev.weft.dsl.Layers.relu6;
import static dev.weft.dsl.Layers.residual;
import static dev.weft.dsl.Layers.scaleBy;
import static dev.weft.dsl.Layers.separableConv;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.sigmoid;
import static dev.weft.dsl.Layers.subsample;
import static dev.weft.dsl.Layers.swish;
import static dev.weft.dsl.Layers.tanh;
import static dev.weft.dsl.Layers.transposedConv;
import static dev.weft.dsl.Layers.upsample;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.PaddingMode;

/** The layers that {@link Medley} lacks, with side outputs of values that have other readers. */
@Network(input = {3, 9, 7})
interface Menagerie {
  /** At the network's input, so that some gradients are only for that of the input. */
  default Layer entrance() {
    return sequential(
        scaleBy(globalAvgPool(), sigmoid()), scaleBy(tanh()), pad(1, 0, 0, 2), crop(0, 1, 1, 0));
  }

  default Layer stem() {
    return sequential(
        conv(4, 3).stride(2).padding(PaddingMode.SAME),
        groupNorm(2),
        hardSwish(),
        auxiliary(head()));
  }

  default Layer blocks() {
    return sequential(
        residual(
            depthwiseConv(3).padding(1).noBias(),
            instanceNorm(),
            relu6(),
            scaleBy(globalAvgPool(), conv1x1(2), swish(), conv1x1(4), sigmoid()),
            dropPath(0)),
        residual(conv1x1(4).groups(2), channelShuffle(2), gelu(), layerNorm()),
        concat(
            maxPool(3).stride(2).padding(1, 0, 0, 1).ceilMode(),
            avgPool(2).ceilMode().countIncludePad(false),
            sequential(conv3x3(2).dilation(2).padding(PaddingMode.SAME), subsample(2))),
        localResponseNorm(3).alpha(0.5));
  }

  default Layer decoder() {
    return sequential(
        transposedConv(6, 3).stride(2).padding(1).outputPadding(1).groups(2).noBias(),
        instanceNorm().affine(),
        leakyRelu(0.2),
        conv1x1(8),
        pixelShuffle(2),
        padChannels(0, 1),
        auxiliary(identity()).weight(0.7),
        separableConv(2, 3),
        upsample(2),
        adaptiveAvgPool(3, 4));
  }

  default Layer output() {
    return sequential(dense(5), auxiliary(head()).weight(0.5));
  }

  static Layer head() {
    return sequential(flatten(), dense(4), tanh());
  }
}
