package dev.weft.examples.byhand;

import org.bytedeco.pytorch.Tensor;

/** How a network by hand drops values in training. */
public interface Dropout {
  /** The values, of which each is dropped with the probability {@code p}. */
  Tensor elements(double p, Tensor values);

  /** The values, of which those of whole images are dropped: stochastic depth. */
  Tensor images(double p, Tensor values);
}
