package dev.weft.examples.networks;

import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** The residual network of 44 layers for CIFAR-10, see {@link CifarResNet}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 658_586)
public interface CifarResNet44 extends CifarResNet {
  @Override
  default int blocks() {
    return 7;
  }
}
