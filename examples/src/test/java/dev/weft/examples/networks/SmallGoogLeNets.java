package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.identity;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;

/** Four of GoogLeNet's blocks with a sixteenth of their filters, on small images. */
final class SmallGoogLeNets {
  private SmallGoogLeNets() {}

  /** A block of each size, and those in front of the heads. */
  interface FewerBlocks extends GoogLeNetStages {
    // spotless:off
    @Override default Layer inception3b() { return identity(); }
    @Override default Layer inception4b() { return identity(); }
    @Override default Layer inception4c() { return identity(); }
    @Override default Layer inception4e() { return identity(); }
    @Override default Layer inception5b() { return identity(); }
    // spotless:on
  }

  @Network(input = {3, 96, 96})
  @SuppressWarnings({"weft:large-kernel", "weft:inexact-stride"})
  interface Paper extends GoogLeNet, FewerBlocks {
    @Override
    default Layer convolution(int filters, int kernel, int stride) {
      return GoogLeNet.super.convolution(filters / 16, kernel, stride);
    }

    @Override
    default Layer head(int classes) {
      return GoogLeNet.super.head(10);
    }

    @Override
    @Dense(10)
    Layer fc();
  }

  @Network(input = {3, 96, 96})
  @SuppressWarnings({"weft:large-kernel", "weft:inexact-stride"})
  interface Naive extends GoogLeNetNaive, FewerBlocks {
    @Override
    default Layer convolution(int filters, int kernel, int stride) {
      return GoogLeNetNaive.super.convolution(filters / 16, kernel, stride);
    }

    @Override
    @Dense(10)
    Layer fc();
  }

  @Network(input = {3, 64, 64})
  @SuppressWarnings({"weft:large-kernel", "weft:inexact-stride"})
  interface Torchvision extends TorchvisionGoogLeNet, FewerBlocks {
    @Override
    default Layer convolution(int filters, int kernel, int stride) {
      return TorchvisionGoogLeNet.super.convolution(filters / 16, kernel, stride);
    }

    @Override
    default Layer head(int classes) {
      return TorchvisionGoogLeNet.super.head(10);
    }

    @Override
    @Dense(10)
    Layer fc();
  }
}
