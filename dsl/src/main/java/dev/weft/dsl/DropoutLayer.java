package dev.weft.dsl;

/**
 * In training, sets each element to zero with probability {@code p} and divides the others by
 * {@code 1 - p}; does nothing in inference (Srivastava et al. 2014, "Dropout", in its inverted
 * form).
 *
 * @param name the given name, or null
 * @param p the probability of an element to be dropped, from 0 up to but without 1
 */
public record DropoutLayer(String name, double p) implements Layer {
  /** Checks the arguments; made by {@link Layers#dropout(double)}. */
  public DropoutLayer {
    Arguments.dropProbability(p);
  }

  @Override
  public DropoutLayer named(String name) {
    return new DropoutLayer(Arguments.name(name), p);
  }

  @Override
  public String kind() {
    return "dropout";
  }
}
