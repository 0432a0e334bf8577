package dev.weft.runtime.train;

import java.util.OptionalDouble;

/**
 * What came of one pass over the training data.
 *
 * @param number counted from 1
 * @param loss the mean over the images, each with the weights of its own step
 * @param accuracy the fraction of images classified rightly, in training mode
 * @param testAccuracy the fraction of the test images classified rightly afterwards, if there are
 *     any
 * @param rate the learning rate of the last step
 * @param imagesPerSecond the speed, steps and data together
 * @param seconds the time taken
 */
public record Epoch(
    int number,
    double loss,
    double accuracy,
    OptionalDouble testAccuracy,
    double rate,
    double imagesPerSecond,
    double seconds) {
  /** The figure to watch, of which lower is better: the error on the test data, or the loss. */
  double figure() {
    return testAccuracy.isPresent() ? 1 - testAccuracy.getAsDouble() : loss;
  }
}
