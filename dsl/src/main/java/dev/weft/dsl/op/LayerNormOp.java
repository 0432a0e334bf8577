package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * Normalisation over all elements of an image or a vector; see {@link dev.weft.dsl.LayerNormLayer}.
 *
 * @param shape the shape of input, weight and bias
 * @param epsilon added to the variance
 */
public record LayerNormOp(Shape shape, double epsilon) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.constant("weight", shape, 1, true),
        ParameterSpec.constant("bias", shape, 0, true));
  }

  @Override
  public String kind() {
    return "layerNorm";
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }

  @Override
  public boolean inPlace() {
    return true;
  }
}
