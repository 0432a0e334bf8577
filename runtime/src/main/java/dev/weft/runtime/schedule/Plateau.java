package dev.weft.runtime.schedule;

/**
 * Divides the learning rate when a figure has not become better for some epochs, as AlexNet, VGG
 * and ResNet were trained; PyTorch's {@code ReduceLROnPlateau} with an absolute threshold.
 *
 * <pre>{@code
 * new Plateau(10, 5, 1e-3)
 * }</pre>
 *
 * @param divisor above 1
 * @param patience epochs that may pass without a better figure; the next one divides
 * @param least by how much a figure has to be better to count
 */
public record Plateau(double divisor, int patience, double least) {
  /** Checks the numbers. */
  public Plateau {
    if (!(divisor > 1 && divisor < Double.POSITIVE_INFINITY) || patience < 0 || !(least >= 0)) {
      throw new IllegalArgumentException(
          "a plateau has a divisor above 1, a patience and a least difference of at least 0, but"
              + " these are "
              + divisor
              + ", "
              + patience
              + " and "
              + least);
    }
  }

  /** Nothing seen yet. */
  public Stand start() {
    return new Stand(Double.POSITIVE_INFINITY, 0, 1);
  }

  /**
   * What the figures of all epochs so far came to.
   *
   * @param best the lowest figure
   * @param since epochs since then
   * @param divided what the learning rate is divided by
   */
  public record Stand(double best, int since, double divided) {}

  /**
   * The stand after one more epoch.
   *
   * @param figure of which lower is better, such as an error
   */
  public Stand next(Stand stand, double figure) {
    if (figure < stand.best() - least) {
      return new Stand(figure, 0, stand.divided());
    }
    return stand.since() == patience
        ? new Stand(stand.best(), 0, stand.divided() * divisor)
        : new Stand(stand.best(), stand.since() + 1, stand.divided());
  }
}
