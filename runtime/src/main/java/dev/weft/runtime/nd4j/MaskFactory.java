package dev.weft.runtime.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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

  /** How many masks each layer has drawn, in the order in which the layers were made. */
  public long[] state() {
    return all.stream().mapToLong(Masks::drawn).toArray();
  }

  /** Goes on where {@link #state} was taken. */
  public void continueAt(long... state) {
    if (state.length != all.size()) {
      throw new IllegalArgumentException(
          "the random state of "
              + state.length
              + " layers cannot be that of a network with "
              + all.size()
              + " dropouts");
    }
    for (int i = 0; i < state.length; i++) {
      all.get(i).continueAt(state[i]);
    }
  }
}
