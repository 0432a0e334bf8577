package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.InstanceNorm;

/**
 * {@link CifarResNet20} with instance norm (Ulyanov, Vedaldi, Lempitsky 2016, "Instance
 * Normalization"), with scales and offsets that are learnt.
 */
@Network(input = {3, 32, 32})
@Expect(parameters = 269_722)
public interface CifarInstanceNormResNet20 extends CifarResNet {
  @Override
  @InstanceNorm(affine = true)
  Layer bn1();

  @Override
  default Layer norm(String name) {
    return instanceNorm().affine().named(name);
  }
}
