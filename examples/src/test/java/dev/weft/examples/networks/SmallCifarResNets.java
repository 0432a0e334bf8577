package dev.weft.examples.networks;

import dev.weft.dsl.Network;

/** The residual networks for CIFAR with one block a stage, on small images. */
final class SmallCifarResNets {
  private SmallCifarResNets() {}

  @Network(input = {3, 8, 8})
  interface Residual extends CifarResNet20 {
    @Override
    default int blocks() {
      return 1;
    }
  }

  @Network(input = {3, 8, 8})
  interface Plain extends CifarPlain20 {
    @Override
    default int blocks() {
      return 1;
    }
  }

  @Network(input = {3, 8, 8})
  interface GroupNorm extends CifarGroupNormResNet20 {
    @Override
    default int blocks() {
      return 1;
    }
  }

  @Network(input = {3, 8, 8})
  interface InstanceNorm extends CifarInstanceNormResNet20 {
    @Override
    default int blocks() {
      return 1;
    }
  }

  @Network(input = {3, 8, 8})
  interface LayerNorm extends CifarLayerNormResNet20 {
    @Override
    default int blocks() {
      return 1;
    }
  }
}
