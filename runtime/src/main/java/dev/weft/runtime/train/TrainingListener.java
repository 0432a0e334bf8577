package dev.weft.runtime.train;

import java.nio.file.Path;

/** Follows a training; every method is called on the thread that trains. */
public interface TrainingListener {
  /**
   * An epoch begins.
   *
   * @param epoch counted from 1
   * @param epochs how many there will be
   * @param images how many images each has
   */
  default void epochStarted(int epoch, int epochs, int images) {}

  /** A step is done. */
  default void stepDone(Step step) {}

  /** An epoch is done. */
  default void epochDone(Epoch epoch) {}

  /** A checkpoint was written. */
  default void checkpointWritten(Path checkpoint) {}

  /** The training has ended, even if by an exception. */
  default void ended() {}
}
