package dev.weft.runtime.optimize;

import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.ParameterFactory;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * ND4J's optimisers: Adam, AMSGrad, Nadam, AdaMax, AdaGrad, AdaDelta and RMSProp.
 *
 * <pre>{@code
 * var adam = new UpdaterOptimizer(network.parameters(), new Adam(), Decay.NONE);
 * var adamW = new UpdaterOptimizer(network.parameters(), new Adam(), Decay.decoupled(0.01));
 * }</pre>
 */
public final class UpdaterOptimizer implements Optimizer {
  /** All whole numbers up to this one are floats; corrections of first steps are over by then. */
  private static final int MOST_STEPS = 1 << 24;

  private final Decay decay;
  private final List<Parameter> parameters;
  private final List<Slot> slots = new ArrayList<>();

  /** The number of steps made, in an array, as all that is kept. */
  private final INDArray steps;

  /** The gradient and what is kept are rows, as ND4J's updaters take them. */
  private record Slot(
      Parameter parameter, INDArray gradient, INDArray kept, GradientUpdater<?> updater) {}

  /**
   * Allocates what is kept from step to step.
   *
   * @param updater how a gradient becomes a step; its own learning rate does not count
   * @throws IllegalArgumentException if there is no parameter, or one without a gradient
   */
  public UpdaterOptimizer(List<Parameter> parameters, IUpdater updater, Decay decay) {
    this.parameters = Slots.checked(parameters);
    this.decay = decay;
    steps = Nd4j.zeros(parameters.get(0).value().storage().dataType(), 1);
    for (Parameter parameter : parameters) {
      INDArray gradient = parameter.gradient().storage();
      INDArray row = rows(gradient);
      long factor = updater.stateSize(gradient.length()) / gradient.length();
      INDArray kept = factor == 0 ? null : rows(Slots.zeros(parameter, factor));
      slots.add(new Slot(parameter, row, kept, updater.clone().instantiate(kept, kept != null)));
    }
  }

  private static INDArray rows(INDArray flat) {
    return flat.reshape('c', new long[] {1, flat.length()});
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void step(double rate) {
    int done = (int) steps.getDouble(0);
    for (Slot slot : slots) {
      Parameter parameter = slot.parameter();
      Arithmetic arithmetic = parameter.arithmetic();
      INDArray value = parameter.value().storage();
      INDArray gradient = slot.gradient().reshape('c', new long[] {value.length()});
      double penalty = decay.ofGradient(parameter);
      if (penalty > 0) {
        arithmetic.sum(gradient, 1, penalty, value, 0, null);
      }
      IUpdater settings = slot.updater().getConfig();
      if (settings.hasLearningRate()) {
        settings.setLrAndSchedule(rate, null);
      }
      slot.updater().applyUpdater(slot.gradient(), done, 0);
      arithmetic.sum(value, 1 - decay.ofStep(parameter, rate), -1, gradient, 0, null);
    }
    steps.putScalar(0, Math.min(done + 1, MOST_STEPS));
  }

  @Override
  public List<Parameter> state() {
    List<Parameter> state = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.kept() != null) {
        INDArray flat = slot.kept().reshape('c', new long[] {slot.kept().length()});
        state.add(Slots.named("kept", slot.parameter(), flat));
      }
    }
    state.add(ParameterFactory.named("steps", steps));
    return state;
  }
}
