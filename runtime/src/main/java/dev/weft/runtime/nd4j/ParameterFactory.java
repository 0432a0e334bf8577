package dev.weft.runtime.nd4j;

import dev.weft.dsl.Init;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes parameters and draws their first values, in double, in the order in which it is asked. */
final class ParameterFactory {
  private final Scratch memory;
  private final Random random;
  private final List<Parameter> created = new ArrayList<>();

  ParameterFactory(Scratch memory, long seed) {
    this.memory = memory;
    random = new Random(seed);
  }

  Parameter create(String layer, ParameterSpec spec) {
    long[] dims = Arrays.stream(spec.shape().toArray()).asLongStream().toArray();
    Nd4jTensor value = zeros(dims);
    fill(Nd4jTensor.array(value), spec.initial());
    Parameter parameter =
        new Parameter(layer + "." + spec.name(), value, spec.trainable() ? zeros(dims) : null);
    created.add(parameter);
    return parameter;
  }

  /** All parameters made so far. */
  List<Parameter> created() {
    return List.copyOf(created);
  }

  private Nd4jTensor zeros(long[] dims) {
    return new Nd4jTensor(memory.memory(Tensor.elements(dims)).assign(0).reshape('c', dims));
  }

  private void fill(INDArray values, ParameterSpec.Initial initial) {
    if (initial instanceof ParameterSpec.Initial.Constant constant) {
      values.assign(constant.value());
    } else if (initial instanceof ParameterSpec.Initial.Drawn drawn) {
      INDArray all = draw(Math.toIntExact(values.length()), values.dataType(), distribution(drawn));
      values.assign(all.reshape('c', values.shape()));
    }
  }

  private DoubleSupplier distribution(ParameterSpec.Initial.Drawn drawn) {
    if (drawn.init() == Init.HE) {
      double deviation = Math.sqrt(2.0 / drawn.fanIn());
      return () -> deviation * random.nextGaussian();
    }
    double limit = Math.sqrt(6.0 / (drawn.fanIn() + drawn.fanOut()));
    return () -> limit * (2 * random.nextDouble() - 1);
  }

  private static INDArray draw(int count, DataType type, DoubleSupplier distribution) {
    if (type == DataType.DOUBLE) {
      double[] values = new double[count];
      Arrays.setAll(values, i -> distribution.getAsDouble());
      return Nd4j.createFromArray(values);
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) distribution.getAsDouble();
    }
    return Nd4j.createFromArray(values);
  }
}
