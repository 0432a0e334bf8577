package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/** The plain network of 56 layers for CIFAR-10, see {@link CifarResNetBlocks}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 853_018, macs = 125_485_696)
public interface CifarPlain56 {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false) Layer conv1();
  @BatchNorm @Relu                                           Layer bn1();

  default Layer layer1() { return CifarResNetBlocks.plain(16, 9, 1); }
  default Layer layer2() { return CifarResNetBlocks.plain(32, 9, 2); }
  default Layer layer3() { return CifarResNetBlocks.plain(64, 9, 2); }

  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on
}
