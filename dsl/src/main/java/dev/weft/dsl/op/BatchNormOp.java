package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * Batch normalisation over the channels of an image or the features of a vector; see {@link
 * dev.weft.dsl.BatchNormLayer}.
 *
 * @param channels channels or features
 * @param epsilon added to the variance
 * @param momentum the weight of the newest batch in the running statistics
 */
public record BatchNormOp(int channels, double epsilon, double momentum) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String kind() {
    return "batchNorm";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.constant("weight", channels, 1, true),
        ParameterSpec.constant("bias", channels, 0, true),
        ParameterSpec.constant("running_mean", channels, 0, false),
        ParameterSpec.constant("running_var", channels, 1, false));
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }

  @Override
  public Set<Need> frozenBackwardNeeds() {
    return Set.of();
  }

  @Override
  public boolean inPlace() {
    return true;
  }
}
