package dev.weft.dsl.op;

import dev.weft.dsl.Init;
import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * A dense layer from a vector of {@code inputs} to one of {@code outputs}; see {@link
 * dev.weft.dsl.DenseLayer}.
 *
 * @param inputs input features
 * @param outputs output features
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 */
public record DenseOp(int inputs, int outputs, boolean bias, Init init) implements Op {
  /** A dense layer with a bias, from He initialisation. */
  public static DenseOp of(int inputs, int outputs) {
    return new DenseOp(inputs, outputs, true, Init.HE);
  }

  /** This layer without a bias. */
  public DenseOp noBias() {
    return new DenseOp(inputs, outputs, false, init);
  }

  /** This layer with its weights drawn in another way. */
  public DenseOp init(Init init) {
    return new DenseOp(inputs, outputs, bias, init);
  }

  @Override
  public Shape output(List<Shape> shapes) {
    return Shape.of(outputs);
  }

  @Override
  public String kind() {
    return "dense";
  }

  @Override
  public String describe() {
    return "dense " + outputs;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return ParameterSpec.weighted(
        Shape.of(outputs, inputs),
        new ParameterSpec.Initial.Drawn(init, inputs, outputs),
        bias,
        outputs);
  }

  @Override
  public long macs(Shape output) {
    return (long) inputs * outputs;
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }

  @Override
  public Set<Need> frozenBackwardNeeds() {
    return Set.of();
  }
}
