package dev.weft.dsl;

/**
 * Local response normalisation over neighbouring channels (Krizhevsky et al. 2012, section 3.3):
 * {@code y = x / (k + alpha / size * sum of x^2 over size channels)^beta}. As in PyTorch and Caffe,
 * alpha is divided by the size; the paper's alpha is the undivided one.
 *
 * <pre>{@code
 * localResponseNorm(5).alpha(5e-4).k(2)    // AlexNet's, whose paper has 1e-4, undivided
 * }</pre>
 *
 * @param name the given name, or null
 * @param size channels in the sum, half of them below the channel and the rest above
 * @param alpha the factor of the sum, before its division by the size
 * @param beta the exponent
 * @param k what is added to the sum
 */
public record LocalResponseNormLayer(String name, int size, double alpha, double beta, double k)
    implements Layer {
  /** Checks the arguments; made by {@link Layers#localResponseNorm(int)}. */
  public LocalResponseNormLayer {
    Arguments.atLeast(1, size, "size");
    Arguments.positive(alpha, "alpha");
    Arguments.positive(beta, "beta");
    Arguments.positive(k, "k");
  }

  /** This normalisation with another alpha. */
  public LocalResponseNormLayer alpha(double alpha) {
    return new LocalResponseNormLayer(name, size, alpha, beta, k);
  }

  /** This normalisation with another beta. */
  public LocalResponseNormLayer beta(double beta) {
    return new LocalResponseNormLayer(name, size, alpha, beta, k);
  }

  /** This normalisation with another k. */
  public LocalResponseNormLayer k(double k) {
    return new LocalResponseNormLayer(name, size, alpha, beta, k);
  }

  @Override
  public LocalResponseNormLayer named(String name) {
    return new LocalResponseNormLayer(Arguments.name(name), size, alpha, beta, k);
  }

  @Override
  public String kind() {
    return "localResponseNorm";
  }
}
