package dev.weft.runtime.train;

import java.util.Objects;
import java.util.function.IntFunction;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * How a network is trained. Immutable; each method returns changed options, in any order.
 *
 * <pre>{@code
 * var options = TrainOptions.defaults().epochs(5).batch(64).linearRate(0.03);
 * }</pre>
 *
 * @param epochs passes over the data
 * @param batch images a step; the last step of an epoch takes what remains
 * @param schedule gives the learning rate, by step (counted from 0 over all epochs) and epoch
 *     (counted from 0), for a training of so many steps in all
 * @param seed from which the order of the images is drawn
 */
public record TrainOptions(int epochs, int batch, IntFunction<ISchedule> schedule, long seed) {
  /** Checks the arguments. */
  public TrainOptions {
    atLeastOne("epochs", epochs);
    atLeastOne("batch", batch);
    Objects.requireNonNull(schedule, "the schedule of the learning rate is null");
  }

  private static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but is " + value);
    }
  }

  private static void checkRate(double rate) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the learning rate must be at least 0 and finite, but is " + rate);
    }
  }

  /** One epoch in batches of 32 at a constant rate of 0.01, seed 0. */
  public static TrainOptions defaults() {
    return new TrainOptions(1, 32, steps -> new FixedSchedule(0.01), 0);
  }

  /** These options with another number of epochs. */
  public TrainOptions epochs(int epochs) {
    return new TrainOptions(epochs, batch, schedule, seed);
  }

  /** These options with another batch size. */
  public TrainOptions batch(int batch) {
    return new TrainOptions(epochs, batch, schedule, seed);
  }

  /** These options with another schedule of the learning rate. */
  public TrainOptions rate(ISchedule rate) {
    Objects.requireNonNull(rate, "the schedule of the learning rate is null");
    return new TrainOptions(epochs, batch, steps -> rate, seed);
  }

  /** These options with a constant learning rate. */
  public TrainOptions rate(double rate) {
    checkRate(rate);
    return rate(new FixedSchedule(rate));
  }

  /**
   * These options with a learning rate that falls in a straight line, from {@code rate} at the
   * first step to zero behind the last.
   */
  public TrainOptions linearRate(double rate) {
    checkRate(rate);
    return new TrainOptions(epochs, batch, steps -> new LinearSchedule(rate, steps), seed);
  }

  /** These options with another seed. */
  public TrainOptions seed(long seed) {
    return new TrainOptions(epochs, batch, schedule, seed);
  }

  /** How many steps an epoch over so many images takes. */
  public int stepsPerEpoch(int images) {
    return (int) (((long) images + batch - 1) / batch);
  }
}
