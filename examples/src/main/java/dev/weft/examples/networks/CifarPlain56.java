package dev.weft.examples.networks;

import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** {@link CifarResNet56} without its shortcuts, see {@link CifarPlain20}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 853_018, macs = 125_485_696)
public interface CifarPlain56 extends CifarPlain20 {
  @Override
  default int blocks() {
    return 9;
  }
}
