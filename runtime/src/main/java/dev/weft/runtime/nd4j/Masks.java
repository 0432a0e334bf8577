package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Masks for dropout, from a generator of their own, so that nothing else that draws numbers changes
 * them.
 */
public final class Masks {
  private final double keep;
  private final Random random;

  /**
   * Masks of one layer.
   *
   * @param keep how probable it is that an element is kept
   */
  public Masks(double keep, long seed) {
    this.keep = keep;
    this.random = Nd4j.getRandomFactory().getNewRandomInstance(seed);
  }

  /** Fills a mask with zeros and, where elements are kept, {@code 1 / keep}. */
  public void draw(INDArray mask) {
    Ops.drawKept(mask, keep, random);
  }
}
