package dev.weft.dsl;

/**
 * Group normalisation (Wu and He 2018): {@code y = weight (x - mean) / sqrt(var + epsilon) + bias}
 * with mean and biased variance over each group of channels of each image. The groups must divide
 * the channels.
 *
 * <p>Parameters: {@code weight} and {@code bias}, one each a channel, from 1 and 0.
 *
 * @param name the given name, or null
 * @param groups groups of neighbouring channels
 * @param epsilon added to the variance
 */
public record GroupNormLayer(String name, int groups, double epsilon) implements Layer {
  /** Checks the arguments; made by {@link Layers#groupNorm(int)}. */
  public GroupNormLayer {
    Arguments.atLeast(1, groups, "the number of groups");
    Arguments.positive(epsilon, "epsilon");
  }

  /** This normalisation with another epsilon. */
  public GroupNormLayer epsilon(double epsilon) {
    return new GroupNormLayer(name, groups, epsilon);
  }

  @Override
  public GroupNormLayer named(String name) {
    return new GroupNormLayer(Arguments.name(name), groups, epsilon);
  }

  @Override
  public String kind() {
    return "groupNorm";
  }
}
