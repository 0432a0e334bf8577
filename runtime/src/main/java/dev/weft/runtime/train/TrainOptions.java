package dev.weft.runtime.train;

import dev.weft.runtime.schedule.Plateau;
import dev.weft.runtime.schedule.Rate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a network is trained. Immutable; each method returns changed options, in any order.
 *
 * <pre>{@code
 * var options = TrainOptions.defaults().epochs(5).batch(64).linearRate(0.03);
 * }</pre>
 *
 * @param epochs passes over the data
 * @param batch images a step; the last step of an epoch takes what remains
 * @param microBatches into how many parts each batch is divided, whose gradients are added up, so
 *     that large batches need the memory of small ones; batch norm sees each part for itself
 * @param rate the learning rate
 * @param plateau divides the rate besides, by the error on the test data, or the training loss
 *     where there are none
 * @param patience ends the training when as many epochs passed without a lower one of these
 * @param seed from which the order of the images and their augmentation are drawn
 */
public record TrainOptions(
    int epochs,
    int batch,
    int microBatches,
    Rate rate,
    Optional<Plateau> plateau,
    OptionalInt patience,
    long seed) {
  /** Checks the arguments. */
  public TrainOptions {
    atLeastOne("epochs", epochs);
    atLeastOne("batch", batch);
    atLeastOne("micro-batches", microBatches);
    Objects.requireNonNull(rate, "the learning rate is null");
    patience.ifPresent(number -> atLeastOne("patience", number));
    if (microBatches > batch) {
      throw new IllegalArgumentException(
          "a batch of " + batch + " images cannot be divided into " + microBatches + " parts");
    }
  }

  private static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but is " + value);
    }
  }

  /** One epoch in batches of 32 at a constant rate of 0.01, seed 0. */
  public static TrainOptions defaults() {
    return new TrainOptions(
        1, 32, 1, Rate.constant(0.01), Optional.empty(), OptionalInt.empty(), 0);
  }

  /** These options with another number of epochs. */
  public TrainOptions epochs(int epochs) {
    return new TrainOptions(epochs, batch, microBatches, rate, plateau, patience, seed);
  }

  /** These options with another batch size. */
  public TrainOptions batch(int batch) {
    return new TrainOptions(epochs, batch, microBatches, rate, plateau, patience, seed);
  }

  /** These options with batches in so many parts. */
  public TrainOptions microBatches(int microBatches) {
    return new TrainOptions(epochs, batch, microBatches, rate, plateau, patience, seed);
  }

  /** These options with another learning rate. */
  public TrainOptions rate(Rate rate) {
    return new TrainOptions(epochs, batch, microBatches, rate, plateau, patience, seed);
  }

  /** These options with a constant learning rate. */
  public TrainOptions rate(double rate) {
    return rate(Rate.constant(rate));
  }

  /**
   * These options with a learning rate that falls in a straight line, from {@code rate} at the
   * first step to zero behind the last.
   */
  public TrainOptions linearRate(double rate) {
    return rate(Rate.linear(rate));
  }

  /** These options with a rate that is divided where training does not get on. */
  public TrainOptions plateau(Plateau plateau) {
    return new TrainOptions(
        epochs, batch, microBatches, rate, Optional.of(plateau), patience, seed);
  }

  /** These options with an end when so many epochs passed without progress. */
  public TrainOptions patience(int epochs) {
    return new TrainOptions(
        this.epochs, batch, microBatches, rate, plateau, OptionalInt.of(epochs), seed);
  }

  /** These options with another seed. */
  public TrainOptions seed(long seed) {
    return new TrainOptions(epochs, batch, microBatches, rate, plateau, patience, seed);
  }
}
