package dev.weft.dsl;

/**
 * Layer normalisation (Ba et al. 2016): {@code y = weight (x - mean) / sqrt(var + epsilon) + bias}
 * with mean and biased variance over all elements of one image or vector, whatever the batch.
 *
 * <p>Parameters: {@code weight} and {@code bias} of the input's shape, from 1 and 0, as in
 * PyTorch's {@code LayerNorm} over all but the batch.
 *
 * @param name the given name, or null
 * @param epsilon added to the variance
 */
public record LayerNormLayer(String name, double epsilon) implements Layer {
  /** Checks the arguments; made by {@link Layers#layerNorm()}. */
  public LayerNormLayer {
    Arguments.positive(epsilon, "epsilon");
  }

  /** This normalisation with another epsilon. */
  public LayerNormLayer epsilon(double epsilon) {
    return new LayerNormLayer(name, epsilon);
  }

  @Override
  public LayerNormLayer named(String name) {
    return new LayerNormLayer(Arguments.name(name), epsilon);
  }

  @Override
  public String kind() {
    return "layerNorm";
  }
}
