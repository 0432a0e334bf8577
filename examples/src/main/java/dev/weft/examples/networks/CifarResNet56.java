package dev.weft.examples.networks;

import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** The residual network of 56 layers for CIFAR-10, see {@link CifarResNet}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 853_018, macs = 125_485_696)
public interface CifarResNet56 extends CifarResNet {
  @Override
  default int blocks() {
    return 9;
  }
}
