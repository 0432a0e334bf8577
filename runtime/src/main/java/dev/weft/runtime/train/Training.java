package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /** How many images a training had when a checkpoint was written. */
  public static int imagesOf(Checkpoint checkpoint) {
    Map<?, ?> setting = (Map<?, ?>) checkpoint.state().get(Keeper.SETTING);
    return ((Number) setting.get(Keeper.IMAGES)).intValue();
  }

  /** What {@link Trainer#note} let a checkpoint hold. */
  public static Map<?, ?> notesOf(Checkpoint checkpoint) {
    return (Map<?, ?>) checkpoint.state().get(Keeper.NOTES);
  }

  /** The epoch whose checkpoint is kept as the best: of several the last. */
  public Optional<Epoch> best() {
    return epochs.stream().reduce((a, b) -> b.figure() <= a.figure() ? b : a);
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
