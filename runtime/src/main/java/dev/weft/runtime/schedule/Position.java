package dev.weft.runtime.schedule;

/**
 * Where a training stands.
 *
 * @param step steps made, over all epochs
 * @param epoch epochs completed
 * @param stepsPerEpoch steps that an epoch takes
 * @param epochs epochs that there will be
 */
public record Position(long step, int epoch, int stepsPerEpoch, int epochs) {
  /** Steps that there will be. */
  public long steps() {
    return (long) epochs * stepsPerEpoch;
  }

  /** The part of all steps that is made, from 0 to 1. */
  public double part() {
    return Math.min(1, (double) step / steps());
  }
}
