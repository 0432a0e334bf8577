package dev.weft.dsl;

/**
 * Every stride-th pixel of each channel, from the first: {@code C x H x W} to {@code C x ceil(H /
 * stride) x ceil(W / stride)}.
 *
 * @param name the given name, or null
 * @param stride pixels from one to the next
 */
public record SubsampleLayer(String name, Extent stride) implements Layer {
  /** Checks the arguments; made by {@link Layers#subsample(int)}. */
  public SubsampleLayer {
    Arguments.atLeast(1, stride, "stride");
  }

  @Override
  public SubsampleLayer named(String name) {
    return new SubsampleLayer(Arguments.name(name), stride);
  }

  @Override
  public String kind() {
    return "subsample";
  }
}
