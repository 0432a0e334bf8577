package dev.weft.runtime.weights;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.tensor.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Parameters to save and to load, and their bits. */
final class Weights {
  private Weights() {}

  /** Of a convolution, a batch norm and a dense layer. */
  static List<Parameter> ofThreeLayers(DataType type, long seed) {
    Kernels kernels = new Nd4jKernels(type, seed);
    kernels.conv2d("conv", ConvOp.of(2, 3, Window.of(3, 3)));
    kernels.batchNorm("norm", new BatchNormOp(3, 1e-5, 0.1));
    kernels.dense("head.0", DenseOp.of(12, 5));
    return kernels.parameters();
  }

  /** {@code fc.weight} of 2x3 and {@code fc.bias} of 2. */
  static List<Parameter> ofDense(DataType type) {
    Kernels kernels = new Nd4jKernels(type, 7);
    kernels.dense("fc", DenseOp.of(3, 2));
    return kernels.parameters();
  }

  /** All bits by name, of float or double. */
  static Map<String, List<Long>> bits(List<Parameter> parameters) {
    Map<String, List<Long>> bits = new LinkedHashMap<>();
    parameters.forEach(parameter -> bits.put(parameter.name(), bits(parameter.get())));
    return bits;
  }

  private static List<Long> bits(INDArray array) {
    INDArray flat = array.reshape('c', new long[] {array.length()});
    if (array.dataType() == org.nd4j.linalg.api.buffer.DataType.DOUBLE) {
      return Arrays.stream(flat.toDoubleVector()).mapToObj(Double::doubleToRawLongBits).toList();
    }
    List<Long> bits = new ArrayList<>();
    for (float value : flat.toFloatVector()) {
      bits.add((long) Float.floatToRawIntBits(value));
    }
    return bits;
  }
}
