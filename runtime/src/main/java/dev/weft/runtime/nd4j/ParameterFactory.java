package dev.weft.runtime.nd4j;

import dev.weft.dsl.Init;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes parameters and draws their first values, in double, in the order in which it is asked; or
 * hands out copies of another factory's.
 */
public final class ParameterFactory {
  private final DataType type;
  private final Draws draws;
  private final Runnable onChange;
  private final Arithmetic arithmetic;
  private final Map<String, Parameter> copies;
  private final List<Parameter> created;
  private final boolean frozen;

  /**
   * A factory for one network.
   *
   * @param onChange called whenever values are set, or handed out to be changed
   * @param arithmetic what optimisers compute with
   */
  public ParameterFactory(DataType type, long seed, Runnable onChange, Arithmetic arithmetic) {
    this(type, new Draws(seed), onChange, arithmetic, Map.of(), new ArrayList<>(), false);
  }

  private ParameterFactory(
      DataType type,
      Draws draws,
      Runnable onChange,
      Arithmetic arithmetic,
      Map<String, Parameter> copies,
      List<Parameter> created,
      boolean frozen) {
    this.type = type;
    this.draws = draws;
    this.onChange = onChange;
    this.arithmetic = arithmetic;
    this.copies = copies;
    this.created = created;
    this.frozen = frozen;
  }

  /**
   * A factory for the frozen layers of the same network, whose parameters are among the others.
   *
   * @param whenSet called whenever their values, or their statistics, are set or handed out
   */
  public ParameterFactory frozen(Runnable whenSet) {
    return new ParameterFactory(type, draws, whenSet, arithmetic, copies, created, true);
  }

  /**
   * Copies the values of all parameters made so far.
   *
   * @return makes factories that all hand out the same copies, by the names of the originals; they
   *     have no gradients
   */
  public Supplier<ParameterFactory> forInference() {
    Map<String, Parameter> all =
        created.stream().collect(Collectors.toMap(Parameter::name, this::copy));
    return over(all, type);
  }

  /** Keeps nothing of the original factory, so that its parameters can go. */
  private static Supplier<ParameterFactory> over(Map<String, Parameter> copies, DataType type) {
    return () ->
        new ParameterFactory(
            type, new Draws(0), () -> {}, Arithmetic.ND4J, copies, new ArrayList<>(), false);
  }

  private Parameter copy(Parameter original) {
    INDArray values = Nd4jTensor.array(original.value());
    INDArray copied = Nd4j.createUninitializedDetached(type, values.shape()).assign(values);
    Nd4jTensor value = new Nd4jTensor(copied);
    // Threads are to find the flat view there, not to make it at once.
    value.storage();
    return new Parameter(original.name(), value, null, Arithmetic.ND4J);
  }

  /** The parameter of a layer. */
  public Parameter create(String layer, ParameterSpec spec) {
    String name = layer + "." + spec.name();
    Parameter parameter = copies.isEmpty() ? drawn(name, spec) : copies.get(name);
    created.add(parameter);
    return parameter;
  }

  private Parameter drawn(String name, ParameterSpec spec) {
    long[] dims = Arrays.stream(spec.shape().toArray()).asLongStream().toArray();
    Nd4jTensor value = tensor(values(spec.initial(), dims), dims);
    if (!spec.trainable()) {
      return new Parameter(name, value, null, arithmetic);
    }
    return frozen
        ? Parameter.frozen(name, value, arithmetic)
        : Parameter.trainable(name, value, () -> tensor(constant(0, dims), dims), arithmetic);
  }

  /**
   * An array under a name, as an optimiser keeps it beside a parameter.
   *
   * @param values in C order; kept, not copied
   */
  public static Parameter named(String name, INDArray values) {
    return new Parameter(name, new Nd4jTensor(values), null, Arithmetic.ND4J);
  }

  /** All parameters made so far. */
  public List<Parameter> created() {
    return List.copyOf(created);
  }

  private Nd4jTensor tensor(INDArray elements, long... dims) {
    return new Nd4jTensor(elements.reshape('c', dims), onChange);
  }

  private INDArray values(ParameterSpec.Initial initial, long... dims) {
    if (initial instanceof ParameterSpec.Initial.Drawn drawn) {
      // Parameters outlive the workspace that may be open where a network is made.
      MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
      try {
        return drawn(drawn, Tensor.elements(dims));
      } finally {
        outside.close();
      }
    }
    return constant(((ParameterSpec.Initial.Constant) initial).value(), dims);
  }

  private INDArray constant(double value, long... dims) {
    return Nd4j.createUninitializedDetached(type, Tensor.elements(dims)).assign(value);
  }

  private INDArray drawn(ParameterSpec.Initial.Drawn initial, long length) {
    int count = Math.toIntExact(length);
    if (type == DataType.DOUBLE) {
      double[] values = new double[count];
      draw(initial, count, (i, value) -> values[i] = value);
      return Nd4j.createFromArray(values);
    }
    float[] values = new float[count];
    draw(initial, count, (i, value) -> values[i] = (float) value);
    return Nd4j.createFromArray(values);
  }

  private void draw(ParameterSpec.Initial.Drawn initial, int count, Draws.Sink sink) {
    if (initial.init() == Init.HE) {
      double deviation = Math.sqrt(2.0 / initial.fanIn());
      draws.normal(count, (i, value) -> sink.set(i, deviation * value));
    } else {
      double limit = Math.sqrt(6.0 / (initial.fanIn() + initial.fanOut()));
      draws.uniform(count, (i, value) -> sink.set(i, limit * (2 * value - 1)));
    }
  }
}
