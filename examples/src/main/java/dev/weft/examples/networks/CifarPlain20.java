package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/**
 * {@link CifarResNet20} without its shortcuts, which the paper shows to degrade as it gets deeper:
 * the training error of {@link CifarPlain56} is above that of this one.
 */
@Network(input = {3, 32, 32})
@Expect(parameters = 269_722, macs = 40_551_040)
public interface CifarPlain20 extends CifarResNet {
  @Override
  default Layer block(int channels, int stride) {
    return sequential(sequential(body(channels, stride)), relu());
  }
}
