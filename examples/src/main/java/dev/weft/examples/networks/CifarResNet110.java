package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/** The residual network of 110 layers for CIFAR-10, see {@link CifarResNetBlocks}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 1_727_962)
public interface CifarResNet110 {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false) Layer conv1();
  @BatchNorm @Relu                                           Layer bn1();

  default Layer layer1() { return CifarResNetBlocks.residuals(16, 18, 1); }
  default Layer layer2() { return CifarResNetBlocks.residuals(32, 18, 2); }
  default Layer layer3() { return CifarResNetBlocks.residuals(64, 18, 2); }

  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on
}
