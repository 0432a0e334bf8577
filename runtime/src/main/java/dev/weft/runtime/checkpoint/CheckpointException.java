package dev.weft.runtime.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A checkpoint cannot be written, read or used; the message names it, what is wrong, and a way out.
 */
public final class CheckpointException extends IOException {
  private static final long serialVersionUID = 1;

  CheckpointException(Path place, String problem) {
    this(place, problem, null);
  }

  CheckpointException(Path place, String problem, Throwable cause) {
    super("the checkpoint `" + place + "` " + problem, cause);
  }
}
