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
import org.nd4j.linalg.factory.Nd4j;

/**
 * One operation as a layer of some kernels, run on plain arrays. Whatever it is to write is filled
 * with NaN before, so that an element it leaves out, or only adds to, shows.
 */
public final class LayerUnderTest {
  private static final int CHANNELS_BEFORE = 1;
  private static final int CHANNELS_BEHIND = 2;

  private final Kernels kernels;
  private final Op op;
  private final boolean inParts;
  private final List<Tensor> wholes = new ArrayList<>();
  private final LayerSteps steps;
  private Tensor[] inputs;
  private Tensor output;

  /** Makes the layer, named {@code layer}. */
  public LayerUnderTest(Kernels kernels, Op op) {
    this(kernels, op, false);
  }

  private LayerUnderTest(Kernels kernels, Op op, boolean inParts) {
    this.kernels = kernels;
    this.op = op;
    this.inParts = inParts;
    steps = LayerSteps.of(kernels, op);
  }

  /** Makes the layer, of which every input, output and gradient is a part of a larger tensor. */
  public static LayerUnderTest ofParts(Kernels kernels, Op op) {
    return new LayerUnderTest(kernels, op, true);
  }

  /** Its parameters and statistics, in the order of {@link Op#parameters()}. */
  public List<Parameter> parameters() {
    return steps.parameters();
  }

  /** The output of training. */
  public INDArray forward(INDArray... arrays) {
    prepare(arrays);
    steps.forward(inputs, output);
    requireUntouched();
    return output.toArray();
  }

  /** The output of inference. */
  public INDArray infer(INDArray... arrays) {
    prepare(arrays);
    steps.infer(inputs, output);
    requireUntouched();
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
    requireUntouched();
    return Arrays.stream(inputGradients).map(Tensor::toArray).toList();
  }

  private Tensor spoiled(long... dims) {
    Tensor tensor = tensor(dims);
    spoil(tensor);
    return tensor;
  }

  private Tensor tensor(long... dims) {
    if (!inParts) {
      return TestTensors.zeros(kernels, dims);
    }
    long[] large = dims.clone();
    large[1] += CHANNELS_BEFORE + CHANNELS_BEHIND;
    Tensor whole = TestTensors.zeros(kernels, large);
    spoil(whole);
    wholes.add(whole);
    return whole.channels(CHANNELS_BEFORE, CHANNELS_BEFORE + dims[1]);
  }

  /** What lies beside the tensors of this layer must be as it was. */
  private void requireUntouched() {
    for (Tensor whole : wholes) {
      long channels = whole.dims()[1];
      requireSpoiled(whole.channels(0, CHANNELS_BEFORE));
      requireSpoiled(whole.channels(channels - CHANNELS_BEHIND, channels));
    }
  }

  private static void requireSpoiled(Tensor tensor) {
    if (!Arrays.stream(TestArrays.values(tensor.toArray())).allMatch(Double::isNaN)) {
      throw new AssertionError("the layer wrote beside its tensors");
    }
  }

  private static void spoil(Tensor tensor) {
    tensor.assign(Nd4j.valueArrayOf(tensor.dims(), Double.NaN));
  }

  /** ND4J's name for a data type. */
  public static org.nd4j.linalg.api.buffer.DataType type(DataType type) {
    return type == DataType.DOUBLE
        ? org.nd4j.linalg.api.buffer.DataType.DOUBLE
        : org.nd4j.linalg.api.buffer.DataType.FLOAT;
  }
}
