package dev.weft.dsl;

/**
 * A dense (fully connected) layer, {@code y = W x + b}. An input of {@code C x H x W} is flattened
 * first.
 *
 * <p>Parameters: {@code weight} of {@code features x inputs} and, unless {@link #noBias}, {@code
 * bias} of {@code features}.
 *
 * @param name the given name, or null
 * @param features output features
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 */
public record DenseLayer(String name, int features, boolean bias, Init init) implements Layer {
  /** Checks the arguments; made by {@link Layers#dense(int)}. */
  public DenseLayer {
    Arguments.atLeast(1, features, "the number of features");
    Arguments.notNull(init, "init");
  }

  /** This layer without a bias. */
  public DenseLayer noBias() {
    return new DenseLayer(name, features, false, init);
  }

  /** This layer with its weights drawn in another way. */
  public DenseLayer init(Init init) {
    return new DenseLayer(name, features, bias, init);
  }

  @Override
  public DenseLayer named(String name) {
    return new DenseLayer(Arguments.name(name), features, bias, init);
  }

  @Override
  public String kind() {
    return "dense";
  }
}
