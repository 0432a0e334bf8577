package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.LayerNorm;

/**
 * {@link CifarResNet20} with layer norm (Ba, Kiros, Hinton 2016, "Layer Normalization") over
 * channels and pixels, each of which has a scale and an offset of its own.
 */
@Network(input = {3, 32, 32})
@Expect(parameters = 645_178)
public interface CifarLayerNormResNet20 extends CifarResNet {
  @Override
  @LayerNorm
  Layer bn1();

  @Override
  default Layer norm(String name) {
    return layerNorm().named(name);
  }
}
