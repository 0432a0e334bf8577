package dev.weft.processor.source.interpret;

import dev.weft.dsl.Layer;
import dev.weft.dsl.WithChannelsLayer;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.diagnostic.Located;
import java.util.Optional;

/**
 * Ends the evaluation of an expression or statement with the one mistake that stopped it, or
 * because of another one, which is noted already.
 */
public final class Mistake extends RuntimeException {
  /** In place of a layer that a mistake prevents: nothing is known of it. */
  public static final Layer UNKNOWN_LAYER = new WithChannelsLayer(null, channels -> null);

  private static final long serialVersionUID = 1L;

  private final transient Located located;
  private final boolean isUnresolvedName;
  private final boolean isOfCounts;
  private final transient Layer standIn;

  /** A mistake; an unresolved name may be a reason to wait for another processor. */
  public Mistake(Located located, boolean isUnresolvedName) {
    this(located, isUnresolvedName, false, null);
  }

  private Mistake(Located located, boolean isUnresolvedName, boolean isOfCounts, Layer standIn) {
    super(located == null ? null : located.problem().headline(), null, false, false);
    this.located = located;
    this.isUnresolvedName = isUnresolvedName;
    this.isOfCounts = isOfCounts;
    this.standIn = standIn;
  }

  /**
   * What only follows from an error that is or will be reported: it needs no message of its own.
   */
  public static Mistake consequence() {
    return new Mistake(null, false);
  }

  /** The same for a call of which something is known. */
  Mistake standingIn(Layer layer) {
    return new Mistake(located, isUnresolvedName, isOfCounts, layer);
  }

  /** The same in a value that decides on the number of parameters, though not on shapes. */
  public Mistake ofCounts() {
    return new Mistake(located, isUnresolvedName, true, standIn);
  }

  /** Whether the number of parameters is unknown, though the shapes are not. */
  public boolean isOfCounts() {
    return isOfCounts;
  }

  /** The same with one thing more to know. */
  Mistake with(Problem.Detail detail) {
    return located == null
        ? this
        : new Mistake(located.with(detail), isUnresolvedName, isOfCounts, standIn);
  }

  /** What is wrong, and where; empty if it only follows from another mistake. */
  public Optional<Located> located() {
    return Optional.ofNullable(located);
  }

  /** Whether a name was not found, which another processor may yet generate. */
  public boolean isUnresolvedName() {
    return isUnresolvedName;
  }

  /** A layer of the kind that the call would have made, for the modifiers behind it. */
  Optional<Layer> standIn() {
    return Optional.ofNullable(standIn);
  }
}
