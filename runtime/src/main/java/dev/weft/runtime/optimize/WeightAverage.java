package dev.weft.runtime.optimize;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.ParameterFactory;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The exponential moving average of parameters over the steps of a training, which often tests
 * better than the last of them (Polyak and Juditsky 1992): {@code a = decay a + (1 - decay) w},
 * where first steps count more, {@code decay} being at most {@code (1 + steps) / (10 + steps)}.
 *
 * <pre>{@code
 * var average = new WeightAverage(network.parameters(), 0.999);
 * // after each step
 * average.update();
 * // to test
 * average.swap();   ...   average.swap();
 * }</pre>
 */
public final class WeightAverage {
  private static final double FIRST = 10;

  private final double decay;
  private final List<Parameter> parameters;
  private final List<INDArray> averages = new ArrayList<>();
  private long steps;

  /**
   * An average that begins with the present values.
   *
   * @param decay from 0 to below 1
   */
  public WeightAverage(List<Parameter> parameters, double decay) {
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException(
          "the decay of averaged weights must be from 0 to below 1, but is " + decay);
    }
    this.decay = decay;
    this.parameters = List.copyOf(parameters);
    for (Parameter parameter : parameters) {
      averages.add(Slots.zeros(parameter, 1).assign(parameter.value().storage()));
    }
  }

  /** Takes the present values into the average. */
  public void update() {
    double own = Math.min(decay, (1 + steps) / (FIRST + steps));
    steps++;
    for (int i = 0; i < averages.size(); i++) {
      Parameter parameter = parameters.get(i);
      parameter
          .arithmetic()
          .sum(averages.get(i), own, 1 - own, parameter.value().storage(), 0, null);
    }
  }

  /** Exchanges the parameters' values with their averages. */
  public void swap() {
    for (int i = 0; i < averages.size(); i++) {
      INDArray value = parameters.get(i).value().storage();
      INDArray present = value.dup();
      value.assign(averages.get(i));
      averages.get(i).assign(present);
    }
  }

  /** How many steps it has seen. */
  public long steps() {
    return steps;
  }

  /** Goes on as after so many steps, with the arrays of {@link #state} as they were then. */
  public void continueAt(long steps) {
    this.steps = steps;
  }

  /** The averages, under the names of the parameters, in whose place they may be loaded. */
  public List<Parameter> state() {
    List<Parameter> state = new ArrayList<>();
    for (int i = 0; i < averages.size(); i++) {
      state.add(ParameterFactory.named(parameters.get(i).name(), shaped(i)));
    }
    return state;
  }

  private INDArray shaped(int index) {
    return averages.get(index).reshape('c', parameters.get(index).value().dims());
  }
}
