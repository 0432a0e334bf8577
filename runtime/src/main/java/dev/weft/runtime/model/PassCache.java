package dev.weft.runtime.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The passes of the two batch sizes used last: the one of an epoch's batches and that of the rest
 * at its end.
 */
final class PassCache<P> {
  private static final int KEPT = 2;

  private final Map<Integer, P> passes = new LinkedHashMap<>(4, 0.75f, true);

  P forBatch(int batch, IntFunction<P> maker) {
    P pass = passes.get(batch);
    if (pass == null) {
      // Before the new one is made, so that its memory can take the place of the old one's.
      if (passes.size() == KEPT) {
        passes.remove(passes.keySet().iterator().next());
      }
      pass = maker.apply(batch);
      passes.put(batch, pass);
    }
    return pass;
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return passes.isEmpty();
  }

  /** Lets go of all. */
  void clear() {
    passes.clear();
  }
}
