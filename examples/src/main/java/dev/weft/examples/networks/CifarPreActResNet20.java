package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/**
 * {@link CifarResNet20} with norm and activation in front of each convolution, so that nothing
 * stands in the way of the shortcuts (He, Zhang, Ren, Sun 2016, "Identity Mappings in Deep Residual
 * Networks").
 */
@Network(input = {3, 32, 32})
@Expect(parameters = 269_722)
public interface CifarPreActResNet20 {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false) Layer conv1();

  default Layer layer1() { return CifarResNetBlocks.preactivated(16, 3, 1); }
  default Layer layer2() { return CifarResNetBlocks.preactivated(32, 3, 2); }
  default Layer layer3() { return CifarResNetBlocks.preactivated(64, 3, 2); }

  @BatchNorm                                                 Layer bn();
  @Relu                                                      Layer relu();
  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on
}
