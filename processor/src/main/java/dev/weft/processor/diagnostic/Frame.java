package dev.weft.processor.diagnostic;

import java.util.Set;

/**
 * One of the calls that led to a place.
 *
 * @param call the call with the values of its arguments, {@code block(128, 2)}; or a stage's name
 * @param place where the call stands, or null for a stage, which nobody calls
 * @param silenced the warnings that what is called silences
 */
public record Frame(String call, Place place, Set<String> silenced) {
  /** Copies the set. */
  public Frame {
    silenced = Set.copyOf(silenced);
  }

  /** A call of something that silences no warning. */
  public Frame(String call, Place place) {
    this(call, place, Set.of());
  }
}
