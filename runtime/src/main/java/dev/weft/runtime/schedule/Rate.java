package dev.weft.runtime.schedule;

import java.util.Arrays;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * The learning rate over a training.
 *
 * <pre>{@code
 * Rate.constant(0.1).dividedBy(10, 0.5, 0.75)    // at half and three quarters of all steps
 * Rate.cosine(0.1).warmedUp(5)                   // over the first five epochs from almost nothing
 * Rate.constant(0.01).everyEpochs(8, 0.96)       // GoogLeNet's: 4 % less every 8 epochs
 * }</pre>
 */
@FunctionalInterface
public interface Rate {
  /** The rate of the step that is made next. */
  double at(Position position);

  /** Always the same. */
  static Rate constant(double rate) {
    requireRate(rate);
    return position -> rate;
  }

  /** From a rate at the first step in a straight line to zero behind the last. */
  static Rate linear(double rate) {
    requireRate(rate);
    return position -> rate * (1 - position.part());
  }

  /** From a rate to zero along half a period of the cosine (Loshchilov and Hutter 2017). */
  static Rate cosine(double rate) {
    requireRate(rate);
    return position -> rate * (1 + Math.cos(Math.PI * position.part())) / 2;
  }

  /** One of ND4J's schedules, by step and epoch. */
  static Rate of(ISchedule schedule) {
    return position -> schedule.valueAt(Math.toIntExact(position.step()), position.epoch());
  }

  /**
   * This rate divided at milestones, once more at each.
   *
   * @param parts of all steps, from 0 to 1
   */
  default Rate dividedBy(double divisor, double... parts) {
    requirePositive("the divisor of the learning rate", divisor);
    double[] own = parts.clone();
    return position -> {
      long passed = Arrays.stream(own).filter(part -> position.part() >= part).count();
      return at(position) / Math.pow(divisor, passed);
    };
  }

  /** This rate times a factor for every so many epochs that are over. */
  default Rate everyEpochs(int epochs, double factor) {
    requirePositive("the factor of the learning rate", factor);
    if (epochs < 1) {
      throw new IllegalArgumentException(
          "the epochs between two changes of the learning rate must be at least 1, but are "
              + epochs);
    }
    return position -> at(position) * Math.pow(factor, position.epoch() / epochs);
  }

  /** This rate, rising to it in a straight line over the first epochs (Goyal et al. 2017). */
  default Rate warmedUp(double epochs) {
    requirePositive("the epochs of warming up", epochs);
    return position -> {
      double steps = epochs * position.stepsPerEpoch();
      return at(position) * Math.min(1, (position.step() + 1) / steps);
    };
  }

  private static void requirePositive(String what, double number) {
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be above 0 and finite, but is " + number);
    }
  }

  private static void requireRate(double rate) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the learning rate must be at least 0 and finite, but is " + rate);
    }
  }
}
