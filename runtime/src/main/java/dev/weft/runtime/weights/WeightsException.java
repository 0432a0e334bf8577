package dev.weft.runtime.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Weights could not be loaded or saved: the file cannot be read or written, is damaged, or does not
 * fit the network. The message names the file, what is wrong with it, and what to do.
 */
public final class WeightsException extends IOException {
  private static final long serialVersionUID = 1;

  /** Optional is not serializable. */
  private String block;

  WeightsException(Path file, String problem) {
    this(file, problem, (Throwable) null);
  }

  /** A file that fits nothing but a block. */
  WeightsException(Path file, String problem, Optional<String> block) {
    this(file, problem, (Throwable) null);
    this.block = block.orElse(null);
  }

  WeightsException(Path file, String problem, Throwable cause) {
    super("`" + file.toString().replaceAll("\\p{C}", "?") + "` " + problem, cause);
  }

  /** The block of the network that the file is of, if it is of one alone. */
  public Optional<String> block() {
    return Optional.ofNullable(block);
  }
}
