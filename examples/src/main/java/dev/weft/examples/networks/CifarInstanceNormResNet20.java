package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.InstanceNorm;
import dev.weft.dsl.annotation.Relu;

/**
 * {@link CifarResNet20} with instance norm (Ulyanov, Vedaldi, Lempitsky 2016, "Instance
 * Normalization"), with scales and offsets that are learnt.
 */
@Network(input = {3, 32, 32})
@Expect(parameters = 269_722)
public interface CifarInstanceNormResNet20 {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false) Layer conv1();
  @InstanceNorm(affine = true)                               Layer bn1();
  @Relu                                                      Layer relu1();

  default Layer layer1() { return CifarResNetBlocks.residuals(16, 3, 1, () -> instanceNorm().affine()); }
  default Layer layer2() { return CifarResNetBlocks.residuals(32, 3, 2, () -> instanceNorm().affine()); }
  default Layer layer3() { return CifarResNetBlocks.residuals(64, 3, 2, () -> instanceNorm().affine()); }

  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on
}
