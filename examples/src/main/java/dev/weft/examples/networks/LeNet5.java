package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.AvgPool;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Tanh;

/**
 * LeNet-5 (LeCun, Bottou, Bengio, Haffner 1998, "Gradient-Based Learning Applied to Document
 * Recognition", section II.B), the stages named as in figure 2. As in most of today's versions, s2
 * and s4 average without weights of their own, c3 is fully connected to s2, and a dense layer
 * stands in place of the Gaussian connections.
 */
@Network(input = {1, 32, 32})
public interface LeNet5 {
  /** Six feature maps of 28 x 28. */
  @Conv(filters = 6, kernel = 5)
  @Tanh
  Layer c1();

  /** Six feature maps of 14 x 14. */
  @AvgPool(kernel = 2)
  Layer s2();

  /** Sixteen feature maps of 10 x 10. */
  @Conv(filters = 16, kernel = 5)
  @Tanh
  Layer c3();

  /** Sixteen feature maps of 5 x 5. */
  @AvgPool(kernel = 2)
  Layer s4();

  /** 120 feature maps of 1 x 1. */
  @Conv(filters = 120, kernel = 5)
  @Tanh
  Layer c5();

  /** 84 features. */
  @Dense(84)
  @Tanh
  Layer f6();

  /** The logits of the ten digits. */
  @Dense(10)
  Layer output();
}
