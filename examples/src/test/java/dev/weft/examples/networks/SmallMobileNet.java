package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;

/** Three separable convolutions of {@link MobileNetV1}, with few channels and small images. */
@Network(input = {3, 16, 16})
interface SmallMobileNet extends MobileNetV1 {
  @Override
  default Layer features() {
    return sequential(
        MobileNetV1.separable(6, 1), MobileNetV1.separable(8, 2), MobileNetV1.separable(8, 1));
  }

  @Override
  @Dense(10)
  Layer fc();
}
