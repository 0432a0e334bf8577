package dev.weft.runtime.train;

import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * How a network is trained. Immutable; each method returns changed options.
 *
 * <pre>{@code
 * var options = TrainOptions.defaults().epochs(5).batch(64).linearRate(0.03, data.size());
 * }</pre>
 *
 * @param epochs passes over the data
 * @param batch images a step; the last step of an epoch takes what remains
 * @param rate the learning rate, by iteration (a step, counted from 0 over all epochs) and epoch
 *     (counted from 0)
 * @param seed from which the order of the images is drawn
 */
public record TrainOptions(int epochs, int batch, ISchedule rate, long seed) {
  /** Checks the numbers. */
  public TrainOptions {
    atLeastOne("epochs", epochs);
    atLeastOne("batch", batch);
  }

  private static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but is " + value);
    }
  }

  /** One epoch in batches of 32 at a constant rate of 0.01, seed 0. */
  public static TrainOptions defaults() {
    return new TrainOptions(1, 32, new FixedSchedule(0.01), 0);
  }

  /** These options with another number of epochs. */
  public TrainOptions epochs(int epochs) {
    return new TrainOptions(epochs, batch, rate, seed);
  }

  /** These options with another batch size. */
  public TrainOptions batch(int batch) {
    return new TrainOptions(epochs, batch, rate, seed);
  }

  /** These options with another schedule of the learning rate. */
  public TrainOptions rate(ISchedule rate) {
    return new TrainOptions(epochs, batch, rate, seed);
  }

  /** These options with a constant learning rate. */
  public TrainOptions rate(double rate) {
    return rate(new FixedSchedule(rate));
  }

  /**
   * These options with a learning rate that falls in a straight line to zero at the end of the last
   * epoch. Depends on epochs and batch, which are to be set before.
   *
   * @param rate the rate of the first step
   * @param images the size of the data set
   */
  public TrainOptions linearRate(double rate, int images) {
    int steps = Math.multiplyExact(epochs, stepsPerEpoch(images));
    return rate(new LinearSchedule(rate, steps));
  }

  /** These options with another seed. */
  public TrainOptions seed(long seed) {
    return new TrainOptions(epochs, batch, rate, seed);
  }

  /** How many steps an epoch over so many images takes. */
  public int stepsPerEpoch(int images) {
    return (int) (((long) images + batch - 1) / batch);
  }
}
