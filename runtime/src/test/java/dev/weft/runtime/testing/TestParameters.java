package dev.weft.runtime.testing;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Parameters to test with, the same for the same network. */
public final class TestParameters {
  private TestParameters() {}

  /**
   * Adds to each element that a network begins with as a constant, as biases and running statistics
   * are, a number of its own. A mean taken for a bias, or one channel for another, shows then.
   */
  public static void spread(Model model) {
    int seed = 0;
    List<Parameter> parameters = new ArrayList<>(model.parameters());
    parameters.addAll(model.frozenParameters());
    for (Parameter parameter : parameters) {
      INDArray values = parameter.get();
      boolean isDrawn = values.rank() == 2 || values.rank() == 4;
      if (!isDrawn) {
        parameter.set(values.addi(noise(seed++, values)));
      }
    }
    for (Parameter parameter : model.statistics()) {
      INDArray values = parameter.get();
      parameter.set(values.addi(Transforms.abs(noise(seed++, values), false)));
    }
  }

  /** Gives parameters normal numbers by their names, and variances positive ones. */
  public static void draw(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      INDArray like = parameter.get();
      INDArray values =
          TestArrays.normal(parameter.name().hashCode(), like.dataType(), like.shape());
      boolean isVariance = parameter.name().endsWith("running_var");
      parameter.set(isVariance ? values.mul(values).addi(0.5) : values);
    }
  }

  /** The same, and those numbers for libtorch, with gradients where they can be trained. */
  static List<Tensor> drawn(List<Parameter> parameters) {
    draw(parameters);
    return parameters.stream().map(TestParameters::ofLibtorch).toList();
  }

  private static Tensor ofLibtorch(Parameter parameter) {
    INDArray values = parameter.get();
    return parameter.isTrainable() ? Libtorch.leaf(values) : Libtorch.tensor(values);
  }

  private static INDArray noise(int seed, INDArray like) {
    return TestArrays.normal(seed, like.dataType(), like.shape()).muli(0.1);
  }
}
