package dev.weft.dsl;

/**
 * The softmax {@code exp(x_i) / sum_j exp(x_j)} over the channels of an image, at each pixel, or
 * over the features of a vector. A network that is trained with the softmax cross-entropy ends in
 * its logits and does not need this layer.
 *
 * @param name the given name, or null
 */
public record SoftmaxLayer(String name) implements Layer {
  @Override
  public SoftmaxLayer named(String name) {
    return new SoftmaxLayer(Arguments.name(name));
  }

  @Override
  public String kind() {
    return "softmax";
  }
}
