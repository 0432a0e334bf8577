package dev.weft.runtime.train;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that falls in a straight line: {@code rate (1 - step / steps)}. ND4J's {@code
 * PolySchedule} is meant to be this, but computes {@code 1 + step / steps} and rises.
 *
 * @param rate the rate of the first step
 * @param steps the number of steps, after which the rate is zero
 */
public record LinearSchedule(double rate, int steps) implements ISchedule {
  private static final long serialVersionUID = 1;

  @Override
  public double valueAt(int iteration, int epoch) {
    return iteration >= steps ? 0 : rate * (1 - (double) iteration / steps);
  }

  @Override
  public ISchedule clone() {
    return this;
  }
}
