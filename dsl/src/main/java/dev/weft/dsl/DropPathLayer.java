package dev.weft.dsl;

/**
 * Stochastic depth: in training, sets the whole value of an image to zero with probability {@code
 * p} and divides the others by {@code 1 - p}; does nothing in inference (Huang et al. 2016). It
 * stands last in the body of a residual block, so that the block becomes its shortcut.
 *
 * <pre>{@code
 * residual(conv3x3(64).noBias(), batchNorm(), dropPath(0.1))
 * }</pre>
 *
 * @param name the given name, or null
 * @param p the probability of an image's value to be dropped, from 0 up to but without 1
 */
public record DropPathLayer(String name, double p) implements Layer {
  /** Checks the arguments; made by {@link Layers#dropPath(double)}. */
  public DropPathLayer {
    Arguments.dropProbability(p);
  }

  @Override
  public DropPathLayer named(String name) {
    return new DropPathLayer(Arguments.name(name), p);
  }

  @Override
  public String kind() {
    return "dropPath";
  }
}
