package dev.weft.runtime.data;

/** The two parts of a published data set. */
public enum Split {
  /** What to train with. */
  TRAIN,
  /** What to test with. */
  TEST
}
