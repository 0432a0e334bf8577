package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.GroupNorm;

/**
 * {@link CifarResNet20} with group norm (Wu and He 2018, "Group Normalization"), whose statistics
 * do not depend on the batch.
 */
@Network(input = {3, 32, 32})
@Expect(parameters = 269_722)
public interface CifarGroupNormResNet20 extends CifarResNet {
  @Override
  @GroupNorm(8)
  Layer bn1();

  @Override
  default Layer norm(String name) {
    return groupNorm(8).named(name);
  }
}
