package dev.weft.processor.source.interpret;

import dev.weft.processor.diagnostic.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * Mistakes in layers that wait for their input's channels: those are made while shapes are
 * inferred, when the reading of the network is long over.
 */
public final class LateMistakes {
  private final List<Located> all = new ArrayList<>();
  private boolean hasUnresolvedName;
  private boolean hasUnknownCounts;

  /** None yet. */
  public LateMistakes() {}

  void add(Mistake mistake) {
    mistake.located().ifPresent(this::add);
    hasUnresolvedName |= mistake.isUnresolvedName();
    hasUnknownCounts |= mistake.isOfCounts();
  }

  /** Adds one that is no more than a warning. */
  void add(Located located) {
    all.add(located);
  }

  /** Those so far. */
  public List<Located> all() {
    return List.copyOf(all);
  }

  /** Whether a name was not found, which another processor may yet generate. */
  public boolean hasUnresolvedName() {
    return hasUnresolvedName;
  }

  /** Whether a mistake leaves the number of parameters unknown, though not the shapes. */
  public boolean hasUnknownCounts() {
    return hasUnknownCounts;
  }
}
