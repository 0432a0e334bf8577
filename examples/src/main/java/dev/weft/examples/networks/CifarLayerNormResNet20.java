package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.LayerNorm;
import dev.weft.dsl.annotation.Relu;

/**
 * {@link CifarResNet20} with layer norm (Ba, Kiros, Hinton 2016, "Layer Normalization") over
 * channels and pixels, each of which has a scale and an offset of its own.
 */
@Network(input = {3, 32, 32})
@Expect(parameters = 645_178)
public interface CifarLayerNormResNet20 {
  // spotless:off: in columns, as in the paper's table
  @Conv(filters = 16, kernel = 3, padding = 1, bias = false) Layer conv1();
  @LayerNorm                                                 Layer bn1();
  @Relu                                                      Layer relu1();

  default Layer layer1() { return CifarResNetBlocks.residuals(16, 3, 1, () -> layerNorm()); }
  default Layer layer2() { return CifarResNetBlocks.residuals(32, 3, 2, () -> layerNorm()); }
  default Layer layer3() { return CifarResNetBlocks.residuals(64, 3, 2, () -> layerNorm()); }

  @GlobalAvgPool                                             Layer avgpool();
  @Dense(10)                                                 Layer linear();
  // spotless:on
}
