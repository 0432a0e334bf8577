package dev.weft.dsl;

/**
 * Instance normalisation (Ulyanov et al. 2016): {@code y = (x - mean) / sqrt(var + epsilon)} with
 * mean and biased variance over each channel of each image. It has no parameters, as in PyTorch,
 * unless it is {@link #affine}: then {@code weight} and {@code bias}, one each a channel, from 1
 * and 0.
 *
 * @param name the given name, or null
 * @param epsilon added to the variance
 * @param isAffine whether it scales and shifts each channel
 */
public record InstanceNormLayer(String name, double epsilon, boolean isAffine) implements Layer {
  /** Checks the arguments; made by {@link Layers#instanceNorm()}. */
  public InstanceNormLayer {
    Arguments.positive(epsilon, "epsilon");
  }

  /** This normalisation with another epsilon. */
  public InstanceNormLayer epsilon(double epsilon) {
    return new InstanceNormLayer(name, epsilon, isAffine);
  }

  /** This normalisation with a weight and a bias for each channel. */
  public InstanceNormLayer affine() {
    return new InstanceNormLayer(name, epsilon, true);
  }

  @Override
  public InstanceNormLayer named(String name) {
    return new InstanceNormLayer(Arguments.name(name), epsilon, isAffine);
  }

  @Override
  public String kind() {
    return "instanceNorm";
  }
}
