package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/** The residual network of 44 layers for CIFAR-10, see {@link CifarResNetBlocks}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 658_586)
public interface CifarResNet44 {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false) Layer conv1();
  @BatchNorm @Relu                                           Layer bn1();

  default Layer layer1() { return CifarResNetBlocks.residuals(16, 7, 1); }
  default Layer layer2() { return CifarResNetBlocks.residuals(32, 7, 2); }
  default Layer layer3() { return CifarResNetBlocks.residuals(64, 7, 2); }

  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on
}
