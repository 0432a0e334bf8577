package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.AvgPool;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.Tanh;

/**
 * LeNet-5 (LeCun, Bottou, Bengio, Haffner 1998, "Gradient-Based Learning Applied to Document
 * Recognition", section II.B), the stages named as in figure 2. As in most of today's versions, s2
 * and s4 average without weights of their own, c3 is fully connected to s2, and a dense layer
 * stands in place of the Gaussian connections.
 */
@Network(input = {1, 32, 32})
@Expect(parameters = 61_706, macs = 416_520, receptiveField = 16)
public interface LeNet5 {
  // spotless:off: in columns, as in the paper's figure
  @Conv(filters = 6, kernel = 5)   @Tanh Layer c1();
  @AvgPool(kernel = 2)                   Layer s2();
  @Conv(filters = 16, kernel = 5)  @Tanh Layer c3();
  @AvgPool(kernel = 2)                   Layer s4();
  @Conv(filters = 120, kernel = 5) @Tanh Layer c5();
  @Dense(84) @Tanh                       Layer f6();
  @Dense(10)                             Layer output();
  // spotless:on
}
