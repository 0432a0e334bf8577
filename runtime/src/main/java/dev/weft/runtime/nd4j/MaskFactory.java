package dev.weft.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Makes the masks of a network's layers, and knows where all of them stand. */
public final class MaskFactory {
  private final SplittableRandom seeds;
  private final List<Masks> all = new ArrayList<>();

  /** A factory whose masks follow from some generator of seeds. */
  public MaskFactory(SplittableRandom seeds) {
    this.seeds = seeds;
  }

  /**
   * The masks of one layer.
   *
   * @param p how probable it is that an element is dropped
   */
  public Masks create(double p) {
    Masks masks = new Masks(1 - p, seeds.nextLong());
    all.add(masks);
    return masks;
  }

  /** Of each layer, in the order in which they were made, the seed and how many masks it drew. */
  public long[] state() {
    return all.stream()
        .flatMapToLong(masks -> LongStream.of(masks.seed(), masks.drawn()))
        .toArray();
  }

  /** Goes on where {@link #state} was taken. */
  public void continueAt(long... state) {
    if (state.length != 2 * all.size()) {
      throw new IllegalArgumentException(
          "the random state of "
              + state.length / 2
              + " layers cannot be that of a network with "
              + all.size()
              + " dropouts");
    }
    for (int i = 0; i < all.size(); i++) {
      all.get(i).continueAt(state[2 * i], state[2 * i + 1]);
    }
  }
}
