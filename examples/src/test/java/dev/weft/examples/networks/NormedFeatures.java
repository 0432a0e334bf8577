package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.Relu;

/** Normalises features, of which an image has one each, so that it cannot train on one image. */
@Network(input = {3, 32, 32})
public interface NormedFeatures {
  @Conv(filters = 8, kernel = 3, padding = 1)
  @Relu
  @GlobalAvgPool
  Layer features();

  @BatchNorm
  @Dense(10)
  Layer fc();
}
