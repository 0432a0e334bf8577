package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * Normalisation over groups of channels of an image; see {@link dev.weft.dsl.GroupNormLayer}. With
 * a group for each channel it is {@link dev.weft.dsl.InstanceNormLayer}.
 *
 * @param channels channels of the image
 * @param groups groups of neighbouring channels, which divide the channels
 * @param epsilon added to the variance
 * @param affine whether each channel is scaled and shifted by parameters
 */
public record GroupNormOp(int channels, int groups, double epsilon, boolean affine) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String describe() {
    return groups == channels ? kind() : kind() + " " + groups;
  }

  @Override
  public List<ParameterSpec> parameters() {
    if (!affine) {
      return List.of();
    }
    return List.of(
        ParameterSpec.constant("weight", channels, 1, true),
        ParameterSpec.constant("bias", channels, 0, true));
  }

  @Override
  public String kind() {
    return groups == channels ? "instanceNorm" : "groupNorm";
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
