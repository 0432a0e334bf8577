package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a training.
 *
 * @param epochs all that were completed, those before it was resumed among them
 * @param end why there are no more
 * @param checkpoint the last one, if any was written
 */
public record Training(List<Epoch> epochs, End end, Optional<Path> checkpoint) {
  /** The epochs that were completed when a checkpoint was written. */
  public static List<Epoch> epochsOf(Checkpoint checkpoint) {
    return List.copyOf(RunState.of(checkpoint.state()).epochs);
  }

  /** Why a training ended. */
  public enum End {
    /** All epochs were made. */
    COMPLETE,
    /** There was no progress for as many epochs as the options have patience. */
    NO_PROGRESS,
    /** It was asked to stop, and can be resumed where a checkpoint was written. */
    STOPPED
  }
}
