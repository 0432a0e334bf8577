package dev.weft.dsl;

import java.util.OptionalInt;

/**
 * Batch normalisation (Ioffe and Szegedy 2015, algorithm 1): {@code y = weight (x - mean) /
 * sqrt(var + epsilon) + bias} for each channel. Training uses the mean and the biased variance of
 * the batch and moves the running ones by {@code momentum} towards them (the running variance
 * towards the unbiased one); inference uses the running ones.
 *
 * <p>Parameters: {@code weight} and {@code bias}, one each a channel, from 1 and 0; statistics:
 * {@code running_mean} and {@code running_var}.
 *
 * @param name the given name, or null
 * @param epsilon added to the variance
 * @param momentum the weight of the newest batch in the running statistics
 * @param channels the channels or features that the author counts on, if declared
 */
public record BatchNormLayer(String name, double epsilon, double momentum, OptionalInt channels)
    implements Layer {
  /** Checks the arguments; made by {@link Layers#batchNorm()}. */
  public BatchNormLayer {
    Arguments.positive(epsilon, "epsilon");
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new IllegalArgumentException("momentum must be from 0 to 1, but is " + momentum);
    }
    channels.ifPresent(count -> Arguments.atLeast(1, count, "the number of channels"));
  }

  /** This normalisation with another epsilon. */
  public BatchNormLayer epsilon(double epsilon) {
    return new BatchNormLayer(name, epsilon, momentum, channels);
  }

  /** This normalisation with another momentum of the running statistics. */
  public BatchNormLayer momentum(double momentum) {
    return new BatchNormLayer(name, epsilon, momentum, channels);
  }

  @Override
  public BatchNormLayer named(String name) {
    return new BatchNormLayer(Arguments.name(name), epsilon, momentum, channels);
  }

  @Override
  public String kind() {
    return "batchNorm";
  }
}
