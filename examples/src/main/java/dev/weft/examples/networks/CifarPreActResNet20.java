package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

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

  default Layer layer1() { return stage(16, 1); }
  default Layer layer2() { return stage(32, 2); }
  default Layer layer3() { return stage(64, 2); }

  @BatchNorm                                                 Layer bn();
  @Relu                                                      Layer relu1();
  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on

  private static Layer stage(int channels, int stride) {
    return sequential(repeat(3, i -> block(channels, i == 0 ? stride : 1)));
  }

  /** Figure 4(e) of the paper. */
  private static Layer block(int channels, int stride) {
    return residual(
            batchNorm().named("bn1"),
            relu(),
            conv3x3(channels).stride(stride).noBias().named("conv1"),
            batchNorm().named("bn2"),
            relu(),
            conv3x3(channels).noBias().named("conv2"))
        .zeroPad();
  }
}
