package dev.weft.runtime.optimize;

import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Stochastic gradient descent with momentum, as PyTorch's {@code SGD}: {@code v = momentum v + g +
 * decay w}, then {@code w = w - rate v} with classical momentum, or {@code w = w - rate (g + decay
 * w + momentum v)} with Nesterov's (Sutskever et al. 2013).
 *
 * <pre>{@code
 * Optimizer optimizer = new Sgd(network.parameters(), 0.9, 5e-4);
 * Optimizer nesterov = new Sgd(network.parameters(), 0.9, true, Decay.l2(1e-4).ofWeights());
 * }</pre>
 */
public final class Sgd implements Optimizer {
  private final double momentum;
  private final boolean isNesterov;
  private final Decay decay;
  private final List<Parameter> parameters;
  private final List<Slot> slots = new ArrayList<>();

  private record Slot(Parameter parameter, INDArray gradient, INDArray velocity) {}

  /**
   * Classical momentum, and L2 decay of every parameter.
   *
   * @param momentum how much of the last step's velocity stays, from 0 to below 1
   * @param decay the weight of the L2 penalty {@code decay / 2 |w|²}
   * @throws IllegalArgumentException if a number is out of range, or a parameter has no gradient
   */
  public Sgd(List<Parameter> parameters, double momentum, double decay) {
    this(parameters, momentum, false, Decay.l2(decay));
  }

  /**
   * Allocates the velocities, all zero.
   *
   * @param momentum how much of the last step's velocity stays, from 0 to below 1
   * @param isNesterov whether the gradient counts as if the next step's momentum were made already
   * @throws IllegalArgumentException if a number is out of range, or a parameter has no gradient
   */
  public Sgd(List<Parameter> parameters, double momentum, boolean isNesterov, Decay decay) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be from 0 to below 1, but is " + momentum);
    }
    this.parameters = Slots.checked(parameters);
    this.momentum = momentum;
    this.isNesterov = isNesterov;
    this.decay = decay;
    for (Parameter parameter : parameters) {
      INDArray gradient = parameter.gradient().storage();
      slots.add(new Slot(parameter, gradient, Slots.zeros(parameter, 1)));
    }
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void step(double rate) {
    for (Slot slot : slots) {
      Parameter parameter = slot.parameter();
      Arithmetic arithmetic = parameter.arithmetic();
      INDArray value = parameter.value().storage();
      double penalty = decay.ofGradient(parameter);
      INDArray decayed = penalty > 0 ? value : null;
      arithmetic.sum(slot.velocity(), momentum, 1, slot.gradient(), penalty, decayed);
      double kept = 1 - decay.ofStep(parameter, rate);
      if (isNesterov) {
        // Apart, for arithmetic keeps what it made for a sum with the same part of its own.
        arithmetic.sum(value, kept - rate * penalty, -rate, slot.gradient(), 0, null);
        arithmetic.sum(value, 1, -rate * momentum, slot.velocity(), 0, null);
      } else {
        arithmetic.sum(value, kept, -rate, slot.velocity(), 0, null);
      }
    }
  }

  @Override
  public List<Parameter> state() {
    return slots.stream()
        .map(slot -> Slots.named("momentum", slot.parameter(), slot.velocity()))
        .toList();
  }
}
