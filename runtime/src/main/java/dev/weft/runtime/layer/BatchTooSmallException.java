package dev.weft.runtime.layer;

/**
 * A batch, or a part of one, has too few images to train with: a batch normalisation of single
 * pixels or features takes the variance of a channel over the images, and one number has none. The
 * message names the layer and the remedy. Inference takes batches of any size.
 */
public final class BatchTooSmallException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What a layer says of its input. */
  public BatchTooSmallException(String message) {
    super(message);
  }

  /** What is known of where such a batch comes from. */
  public BatchTooSmallException(String message, BatchTooSmallException cause) {
    super(message, cause);
  }
}
