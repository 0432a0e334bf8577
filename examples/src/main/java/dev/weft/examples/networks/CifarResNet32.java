package dev.weft.examples.networks;

import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** The residual network of 32 layers for CIFAR-10, see {@link CifarResNet}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 464_154)
public interface CifarResNet32 extends CifarResNet {
  @Override
  default int blocks() {
    return 5;
  }
}
