package dev.weft.runtime.testing;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Op;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One operation as a layer of some kernels, run on plain arrays. Whatever it is to write is filled
 * with NaN before, so that an element it leaves out, or only adds to, shows.
 */
public final class LayerUnderTest {
  private final Kernels kernels;
  private final Op op;
  private final LayerSteps steps;
  private Tensor[] inputs;
  private Tensor output;

  /** Makes the layer, named {@code layer}. */
  public LayerUnderTest(Kernels kernels, Op op) {
    this.kernels = kernels;
    this.op = op;
    steps = LayerSteps.of(kernels, op);
  }

  /** Its parameters and statistics, in the order of {@link Op#parameters()}. */
  public List<Parameter> parameters() {
    return steps.parameters();
  }

  /** The output of training. */
  public INDArray forward(INDArray... arrays) {
    prepare(arrays);
    steps.forward(inputs, output);
    return output.toArray();
  }

  /** The output of inference. */
  public INDArray infer(INDArray... arrays) {
    prepare(arrays);
    steps.infer(inputs, output);
    return output.toArray();
  }

  private void prepare(INDArray... arrays) {
    inputs = new Tensor[arrays.length];
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < arrays.length; i++) {
      inputs[i] = tensor(arrays[i].shape());
      inputs[i].assign(arrays[i]);
      long[] dims = arrays[i].shape();
      shapes.add(Shape.of(Arrays.stream(dims).skip(1).mapToInt(Math::toIntExact).toArray()));
    }
    output = spoiled(op.output(shapes).batched(arrays[0].size(0)));
  }

  /** The gradients of the inputs for the last forward pass; those of parameters are in them. */
  public List<INDArray> backward(INDArray outputGradient) {
    for (Parameter parameter : parameters()) {
      if (parameter.isTrainable()) {
        spoil(parameter.gradient());
      }
    }
    Tensor gradient = spoiled(outputGradient.shape());
    gradient.assign(outputGradient);
    Tensor[] inputGradients =
        Arrays.stream(inputs).map(input -> spoiled(input.dims())).toArray(Tensor[]::new);
    steps.backward(inputs, output, gradient, inputGradients);
    return Arrays.stream(inputGradients).map(Tensor::toArray).toList();
  }

  private Tensor spoiled(long... dims) {
    Tensor tensor = tensor(dims);
    spoil(tensor);
    return tensor;
  }

  private Tensor tensor(long... dims) {
    long elements = Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    return kernels.buffer(elements).view(dims);
  }

  private static void spoil(Tensor tensor) {
    tensor.storage().assign(Double.NaN);
  }

  /** ND4J's name for a data type. */
  public static org.nd4j.linalg.api.buffer.DataType type(DataType type) {
    return type == DataType.DOUBLE
        ? org.nd4j.linalg.api.buffer.DataType.DOUBLE
        : org.nd4j.linalg.api.buffer.DataType.FLOAT;
  }
}
