package dev.weft.runtime.nd4j;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Masks for dropout, from a generator of their own, so that nothing else that draws numbers changes
 * them. Each mask follows from the seed and its number alone.
 */
public final class Masks {
  private final double keep;
  private final Random random;
  private long seed;
  private long drawn;

  /**
   * Masks of one layer.
   *
   * @param keep how probable it is that an element is kept
   */
  Masks(double keep, long seed) {
    this.keep = keep;
    this.seed = seed;
    this.random = Nd4j.getRandomFactory().getNewRandomInstance(seed);
  }

  /** Fills a mask with zeros and, where elements are kept, {@code 1 / keep}. */
  public void draw(INDArray mask) {
    random.setSeed(new SplittableRandom(seed + drawn).nextLong());
    drawn++;
    Ops.drawKept(mask, keep, random);
  }

  /** The seed. */
  long seed() {
    return seed;
  }

  /** The number of masks drawn. */
  long drawn() {
    return drawn;
  }

  /** Goes on as after so many masks from a seed. */
  void continueAt(long seed, long drawn) {
    this.seed = seed;
    this.drawn = drawn;
  }
}
