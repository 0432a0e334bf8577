package dev.weft.dsl;

import java.util.OptionalInt;

/**
 * A dense (fully connected) layer, {@code y = W x + b}. An input of {@code C x H x W} is flattened
 * first.
 *
 * <p>Parameters: {@code weight} of {@code features x inputs} and, unless {@link #noBias}, {@code
 * bias} of {@code features}.
 *
 * <pre>{@code
 * dense(4096).inFeatures(9216)             // AlexNet's first: an error if it gets another number
 * }</pre>
 *
 * @param name the given name, or null
 * @param features output features
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 * @param inFeatures the input features that the author counts on, if declared
 */
public record DenseLayer(String name, int features, boolean bias, Init init, OptionalInt inFeatures)
    implements Layer {
  /** Checks the arguments; made by {@link Layers#dense(int)}. */
  public DenseLayer {
    Arguments.atLeast(1, features, "the number of features");
    Arguments.notNull(init, "init");
    inFeatures.ifPresent(count -> Arguments.atLeast(1, count, "the number of input features"));
  }

  /** This layer without a bias. */
  public DenseLayer noBias() {
    return new DenseLayer(name, features, false, init, inFeatures);
  }

  /** This layer with its weights drawn in another way. */
  public DenseLayer init(Init init) {
    return new DenseLayer(name, features, bias, init, inFeatures);
  }

  /** This layer with the input features that it must get: others are an error. */
  public DenseLayer inFeatures(int count) {
    return new DenseLayer(name, features, bias, init, OptionalInt.of(count));
  }

  @Override
  public DenseLayer named(String name) {
    return new DenseLayer(Arguments.name(name), features, bias, init, inFeatures);
  }

  @Override
  public String kind() {
    return "dense";
  }
}
