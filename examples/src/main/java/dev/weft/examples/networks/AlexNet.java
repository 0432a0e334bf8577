package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Expect;
import dev.weft.dsl.annotation.LocalResponseNorm;
import dev.weft.dsl.annotation.MaxPool;
import dev.weft.dsl.annotation.Relu;

/**
 * AlexNet as its paper has it (Krizhevsky, Sutskever, Hinton 2012, "ImageNet Classification with
 * Deep Convolutional Neural Networks", section 3.5): the second, fourth and fifth convolution are
 * split in two groups, one for each of the two GPUs; pools overlap; the paper's images of 224 x 224
 * are really 227 x 227, or its first layer would not have 55 x 55 positions. Its alpha of 1e-4 is
 * 5e-4 here, where the sum is divided by its five channels.
 */
@Network(input = {3, 227, 227})
@Expect(parameters = 60_965_224, macs = 724_406_816)
@SuppressWarnings({"weft:heavy-dense-head", "weft:large-kernel"}) // the paper's
public interface AlexNet {
  // spotless:off: in columns, as in the paper's figure
  @Conv(filters = 96, kernel = 11, stride = 4)              @Relu Layer conv1();
  @LocalResponseNorm(value = 5, alpha = 5e-4, k = 2)              Layer norm1();
  @MaxPool(kernel = 3, stride = 2)                                Layer pool1();
  @Conv(filters = 256, kernel = 5, padding = 2, groups = 2) @Relu Layer conv2();
  @LocalResponseNorm(value = 5, alpha = 5e-4, k = 2)              Layer norm2();
  @MaxPool(kernel = 3, stride = 2)                                Layer pool2();
  @Conv(filters = 384, kernel = 3, padding = 1)             @Relu Layer conv3();
  @Conv(filters = 384, kernel = 3, padding = 1, groups = 2) @Relu Layer conv4();
  @Conv(filters = 256, kernel = 3, padding = 1, groups = 2) @Relu Layer conv5();
  @MaxPool(kernel = 3, stride = 2)                                Layer pool5();
  // spotless:on

  /** Half of the units are dropped in each training step. */
  default Layer fc6() {
    return sequential(dense(4096), relu(), dropout(0.5));
  }

  /** As before. */
  default Layer fc7() {
    return sequential(dense(4096), relu(), dropout(0.5));
  }

  /** The logits of ImageNet's 1,000 classes. */
  default Layer fc8() {
    return dense(1000);
  }
}
