package dev.weft.dsl;

/**
 * What surrounds the input of a sliding window: numbers of pixels for the four {@link Sides}, or a
 * {@link PaddingMode} from which the numbers follow once the input is known.
 */
public sealed interface Padding permits Sides, PaddingMode {
  /** As messages and tables show it. */
  String brief();
}
