package dev.weft.runtime.nd4j;

import dev.weft.dsl.Init;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.runtime.layer.Arithmetic;
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
public final class ParameterFactory {
  private final DataType type;
  private final Random random;
  private final Runnable onChange;
  private final Arithmetic arithmetic;
  private final List<Parameter> created = new ArrayList<>();

  /**
   * A factory for one network.
   *
   * @param onChange called whenever values are set, or handed out to be changed
   * @param arithmetic what optimisers compute with
   */
  public ParameterFactory(DataType type, long seed, Runnable onChange, Arithmetic arithmetic) {
    this.type = type;
    this.random = new Random(seed);
    this.onChange = onChange;
    this.arithmetic = arithmetic;
  }

  /** The parameter of a layer. */
  public Parameter create(String layer, ParameterSpec spec) {
    long[] dims = Arrays.stream(spec.shape().toArray()).asLongStream().toArray();
    Nd4jTensor value = zeros(dims);
    fill(Nd4jTensor.array(value), spec.initial());
    Parameter parameter =
        new Parameter(
            layer + "." + spec.name(), value, spec.trainable() ? zeros(dims) : null, arithmetic);
    created.add(parameter);
    return parameter;
  }

  /** All parameters made so far. */
  public List<Parameter> created() {
    return List.copyOf(created);
  }

  private Nd4jTensor zeros(long[] dims) {
    INDArray elements = Nd4j.createUninitializedDetached(type, Tensor.elements(dims)).assign(0);
    return new Nd4jTensor(elements.reshape('c', dims), onChange);
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
