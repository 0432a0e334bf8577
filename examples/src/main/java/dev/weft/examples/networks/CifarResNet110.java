package dev.weft.examples.networks;

import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** The residual network of 110 layers for CIFAR-10, see {@link CifarResNet}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 1_727_962)
public interface CifarResNet110 extends CifarResNet {
  @Override
  default int blocks() {
    return 18;
  }
}
