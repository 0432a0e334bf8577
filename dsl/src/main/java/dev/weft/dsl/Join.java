package dev.weft.dsl;

/** How several values become one. */
public enum Join {
  /** Joined on the channels; height and width must agree. */
  CONCAT,
  /** Added element by element; the shapes must agree. */
  ADD
}
