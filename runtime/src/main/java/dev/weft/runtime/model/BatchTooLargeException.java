package dev.weft.runtime.model;

/**
 * A batch does not fit in memory. The message names what it would take, what there is, what bounds
 * that, and the largest batch that fits.
 *
 * <pre>{@code
 * try {
 *   network.predict(images);
 * } catch (BatchTooLargeException e) {
 *   int most = e.largestBatch();      // predict so many at a time
 * }
 * }</pre>
 */
public final class BatchTooLargeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final long neededBytes;
  private final long availableBytes;
  private final int largestBatch;

  BatchTooLargeException(
      String message, long neededBytes, long availableBytes, int largestBatch, Throwable cause) {
    super(message, cause);
    this.neededBytes = neededBytes;
    this.availableBytes = availableBytes;
    this.largestBatch = largestBatch;
  }

  /** The bytes that the batch would take. */
  public long neededBytes() {
    return neededBytes;
  }

  /** The bytes that there were for it. */
  public long availableBytes() {
    return availableBytes;
  }

  /** The largest batch that fits, or 0 if none does. */
  public int largestBatch() {
    return largestBatch;
  }
}
