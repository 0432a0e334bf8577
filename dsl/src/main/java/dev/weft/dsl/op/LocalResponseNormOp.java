package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * Normalisation by neighbouring channels; see {@link dev.weft.dsl.LocalResponseNormLayer}.
 *
 * @param size channels in the sum
 * @param alpha the factor of the sum, before its division by the size
 * @param beta the exponent
 * @param k what is added to the sum
 */
public record LocalResponseNormOp(int size, double alpha, double beta, double k) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String describe() {
    return kind() + " " + size;
  }

  @Override
  public String kind() {
    return "localResponseNorm";
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }
}
