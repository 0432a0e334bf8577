package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.Parameter;
import java.util.List;

/** The parameters of a group normalisation, of which some have none. */
public abstract class GroupNormLayer implements GroupNorm {
  private final String name;
  private final Parameter weight;
  private final Parameter bias;

  /** Makes them. */
  protected GroupNormLayer(String name, GroupNormOp op, ParameterFactory parameters) {
    this.name = name;
    List<ParameterSpec> specs = op.parameters();
    weight = op.affine() ? parameters.create(name, specs.get(0)) : null;
    bias = op.affine() ? parameters.create(name, specs.get(1)) : null;
  }

  @Override
  public final Parameter weight() {
    return present(weight);
  }

  @Override
  public final Parameter bias() {
    return present(bias);
  }

  private Parameter present(Parameter parameter) {
    if (parameter == null) {
      throw new IllegalStateException("the normalisation " + name + " has no parameters");
    }
    return parameter;
  }
}
