package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;

/**
 * A trained backbone under a new head: {@link ResNet18} up to its classifier, and a classifier for
 * the 102 kinds of the Oxford flowers (Nilsback and Zisserman 2008).
 */
@Network(input = {3, 224, 224})
@Expect(parameters = 11_228_838)
public interface FlowersResNet18 {
  /** 512 numbers, from weights that were trained on ImageNet. */
  default Layer backbone() {
    return network(ResNet18.class).until("fc");
  }

  /** The logits of 102 kinds. */
  @Dense(102)
  Layer head();
}
