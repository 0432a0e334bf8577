package dev.weft.dsl;

import java.util.List;

/**
 * The input with what the layers make of it appended to its channels: the layer of a dense block
 * (Huang et al. 2017, "Densely Connected Convolutional Networks", equation 2). A {@code C x H x W}
 * input becomes {@code (C + k) x H x W}, where {@code k} is the growth rate, the channels that the
 * layers make. They keep height and width; a vector gets {@code k} features more.
 *
 * <pre>{@code
 * repeat(6, i -> append(batchNorm(), relu(), conv1x1(128).noBias(),
 *                       batchNorm(), relu(), conv3x3(32).noBias()))
 * }</pre>
 *
 * @param name the given name, or null
 * @param layers what makes the appended channels
 */
public record AppendLayer(String name, List<Layer> layers) implements Layer {
  /** Copies the list; made by {@link Layers#append}. */
  public AppendLayer {
    layers = List.copyOf(layers);
  }

  @Override
  public AppendLayer named(String name) {
    return new AppendLayer(Arguments.name(name), layers);
  }

  @Override
  public String kind() {
    return "append";
  }

  @Override
  public List<Layer> children() {
    return layers;
  }
}
