package dev.weft.runtime.onednn;

import dev.weft.dsl.op.ParameterSpec;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.ParameterFactory;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weight and perhaps the bias of a layer, as parameters and as primitives see them. */
final class LinearParameters {
  private final String name;
  private final String kind;
  private final Cpu cpu;
  private final Layout layout;
  private final long outputs;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * What a primitive multiplies by and adds.
   *
   * @param weights the weights
   * @param bias null if nothing is added
   * @param factors the weight of the normalisation that is folded in, or null
   */
  record Values(Weights weights, Weights bias, Parameter factors) {}

  /**
   * Makes the parameters.
   *
   * @param kind what the layer is called in messages
   * @param layout the weight as primitives see it
   * @param outputs how many channels or features come out
   */
  LinearParameters(
      String name,
      String kind,
      List<ParameterSpec> specs,
      Layout layout,
      long outputs,
      ParameterFactory factory,
      Cpu cpu) {
    this.name = name;
    this.kind = kind;
    this.cpu = cpu;
    this.layout = layout;
    this.outputs = outputs;
    weight = factory.create(name, specs.get(0));
    bias = specs.size() > 1 ? factory.create(name, specs.get(1)) : null;
  }

  Parameter weight() {
    return weight;
  }

  Parameter bias() {
    if (bias == null) {
      throw new IllegalStateException("the " + kind + " " + name + " has no bias");
    }
    return bias;
  }

  boolean hasBias() {
    return bias != null;
  }

  /**
   * What a primitive multiplies by and adds.
   *
   * @param norm a normalisation that follows in inference, or null
   */
  Values values(DnnlBatchNorm norm) {
    Parameter factors = norm == null ? null : norm.weight();
    synchronized (cpu.shared()) {
      List<Values> known = cpu.shared().valuesOf(weight);
      for (Values each : known) {
        if (each.factors() == factors) {
          return each;
        }
      }
      Values values = norm == null ? own() : folded(norm);
      known.add(values);
      return values;
    }
  }

  private Values own() {
    return new Values(
        Weights.of(cpu.shared(), layout, weight),
        bias == null ? null : Weights.of(cpu.shared(), Layout.plain(outputs), bias),
        null);
  }

  private Values folded(DnnlBatchNorm norm) {
    long inputs = weight.size() / outputs;
    INDArray weights = weight.value().storage().reshape('c', outputs, inputs);
    INDArray biases = bias == null ? null : bias.value().storage();
    boolean isFrozen = weight.isFrozen() && norm.weight().isFrozen();
    return new Values(
        Weights.computed(
            cpu.shared(),
            layout,
            isFrozen,
            result ->
                result
                    .reshape('c', outputs, inputs)
                    .assign(weights)
                    .muliColumnVector(norm.factors())),
        Weights.computed(
            cpu.shared(), Layout.plain(outputs), isFrozen, result -> norm.offsets(biases, result)),
        norm.weight());
  }

  memory.desc biasDesc() {
    return Layout.plain(outputs).desc(Numbers.FLOAT.type());
  }

  /** Where a primitive writes the gradient of the weights. */
  Gradient weightGradient(Program program, memory.desc written) {
    return new Gradient(program, weight, layout, written);
  }

  /** The gradient of the weights, with a row for each output. */
  Operand weightGradientMatrix() {
    Layout rows = Layout.plain(outputs, weight.size() / outputs);
    return new Operand(rows, cpu.floats(rows, weight.gradient().storage()));
  }

  /** Where a primitive writes the gradient of the bias. */
  memory biasGradient() {
    return cpu.floats(Layout.plain(outputs), bias.gradient().storage());
  }

  /** To be called after a backward pass, which an optimiser's step follows. */
  void change() {
    cpu.parametersChange();
  }
}
