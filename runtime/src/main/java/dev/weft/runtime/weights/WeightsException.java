package dev.weft.runtime.weights;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Weights could not be loaded or saved: the file cannot be read or written, is damaged, or does not
 * fit the network. The message names the file, what is wrong with it, and what to do.
 */
public final class WeightsException extends IOException {
  private static final long serialVersionUID = 1;

  WeightsException(Path file, String problem) {
    this(file, problem, null);
  }

  WeightsException(Path file, String problem, Throwable cause) {
    super("`" + file.toString().replaceAll("\\p{C}", "?") + "` " + problem, cause);
  }
}
