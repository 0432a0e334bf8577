package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * GoogLeNet as torchvision has it, see {@link GoogLeNetStages}: each convolution is followed by a
 * batch norm in place of the two response norms, and a 3x3 convolution stands in place of each 5x5.
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 13_004_888)
@SuppressWarnings({"weft:large-kernel", "weft:inexact-stride"})
public interface TorchvisionGoogLeNet extends GoogLeNetStages {
  @Override
  default Layer convolution(int filters, int kernel, int stride) {
    return sequential(
        conv(filters, kernel).stride(stride).padding(kernel / 2).noBias().named("conv"),
        batchNorm().epsilon(1e-3).named("bn"),
        relu());
  }

  @Override
  default int widest() {
    return 3;
  }

  @Override
  default Layer maxpool4() {
    return maxPool(2);
  }

  @Override
  default Layer normalisation(int size) {
    return identity();
  }

  @Override
  default Layer head(int classes) {
    // spotless:off
    return auxiliary(
        adaptiveAvgPool(4), convolution(128, 1, 1).named("conv"),
        dense(1024).named("fc1"), relu(), dropout(0.7),
        dense(classes).named("fc2"));
    // spotless:on
  }

  @Override
  default double dropped() {
    return 0.2;
  }
}
