package dev.weft.runtime.train;

import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Stochastic gradient descent with classical momentum and L2 decay, as PyTorch's {@code SGD}:
 * {@code v = momentum v + g + decay w}, then {@code w = w - rate v}.
 *
 * <pre>{@code
 * Optimizer optimizer = new Sgd(network.parameters(), 0.9, 5e-4);
 * }</pre>
 */
public final class Sgd implements Optimizer {
  private final double momentum;
  private final double decay;
  private final List<Slot> slots = new ArrayList<>();

  private record Slot(Parameter parameter, INDArray gradient, INDArray velocity) {}

  /**
   * Allocates the velocities, all zero.
   *
   * @param momentum how much of the last step's velocity stays, from 0 to below 1
   * @param decay the weight of the L2 penalty {@code decay / 2 |w|²}, for every parameter
   * @throws IllegalArgumentException if a number is out of range, or a parameter has no gradient
   */
  public Sgd(List<Parameter> parameters, double momentum, double decay) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be from 0 to below 1, but is " + momentum);
    }
    if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("decay must be at least 0, but is " + decay);
    }
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("there is no parameter to train");
    }
    this.momentum = momentum;
    this.decay = decay;
    for (Parameter parameter : parameters) {
      if (!parameter.isTrainable()) {
        throw new IllegalArgumentException(parameter.name() + " has no gradient to step along");
      }
      INDArray value = parameter.value().storage();
      INDArray velocity = Nd4j.create(value.dataType(), value.shape(), 'c');
      slots.add(new Slot(parameter, parameter.gradient().storage(), velocity));
    }
  }

  @Override
  public void step(double rate) {
    for (Slot slot : slots) {
      Arithmetic arithmetic = slot.parameter().arithmetic();
      INDArray value = slot.parameter().value().storage();
      INDArray decayed = decay > 0 ? value : null;
      arithmetic.sum(slot.velocity(), momentum, 1, slot.gradient(), decay, decayed);
      arithmetic.sum(value, 1, -rate, slot.velocity(), 0, null);
    }
  }
}
