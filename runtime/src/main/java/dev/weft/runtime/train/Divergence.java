package dev.weft.runtime.train;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.observe.LayerCall;
import dev.weft.runtime.observe.LayerObserver;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Finds out where numbers first were none: in the images, in a parameter, or in the output of a
 * layer, which shows when another network with the same parameters does the step again.
 */
final class Divergence {
  private final Model model;

  /**
   * Where the first value that is not finite came from.
   *
   * @param text in running text
   * @param isOfTraining whether it is a number that steps made, so that smaller ones may help
   */
  record Cause(String text, boolean isOfTraining) {}

  private Divergence(Model model) {
    this.model = model;
  }

  /**
   * Where the first value that is not finite came from; empty if that cannot be told, as when there
   * is no memory for another network.
   *
   * @param images the step's batch, in which all is finite
   * @param output what the network made of them
   */
  static Optional<Cause> of(Model model, INDArray images, INDArray output) {
    try {
      Divergence divergence = new Divergence(model);
      return divergence
          .ofParameters("before the step")
          .or(() -> divergence.ofLayers(images, output));
    } catch (RuntimeException | OutOfMemoryError unknown) {
      // The loss is reported all the same.
      return Optional.empty();
    }
  }

  /**
   * The first of a batch's images that is not finite. To be looked for before a step is made: a
   * relu is 0 of what is no number by oneDNN, so that the loss need not show it.
   *
   * @param indices tells what the images are called in the data set
   */
  static Optional<Cause> ofImages(INDArray images, Supplier<int[]> indices) {
    return isFinite(images) ? Optional.empty() : ofImages(images, indices.get());
  }

  private static Optional<Cause> ofImages(INDArray images, int... indices) {
    for (int i = 0; i < indices.length; i++) {
      OptionalDouble fault = fault(images.slice(i));
      if (fault.isPresent()) {
        return Optional.of(
            new Cause("image " + indices[i] + " of the data set holds " + text(fault), false));
      }
    }
    return Optional.empty();
  }

  /** The first parameter or running statistic that is not finite at the end of an epoch. */
  static Optional<Cause> ofParameters(Model model) {
    return new Divergence(model).ofParameters("at its end");
  }

  private Optional<Cause> ofParameters(String when) {
    for (Parameter parameter : model.arrays()) {
      OptionalDouble fault = fault(parameter.get());
      if (fault.isPresent()) {
        String name = parameter.name();
        String layer = name.substring(0, name.lastIndexOf('.'));
        String text = name + declared(layer) + " held " + text(fault) + " " + when;
        return Optional.of(
            parameter.isFrozen()
                ? new Cause("the frozen parameter " + text + "; load weights without", false)
                : new Cause("the parameter " + text, true));
      }
    }
    return Optional.empty();
  }

  private Optional<Cause> ofLayers(INDArray images, INDArray output) {
    FirstFault first = new FirstFault();
    model.observedBy(first).forward(images);
    if (first.call != null) {
      return computed(
          "the first layer to put out "
              + text(first.fault)
              + " is "
              + first.call.name()
              + declared(first.call.parts().get(0).name()));
    }
    return first.hasSeenLayers && fault(output).isEmpty()
        ? computed("the outputs of all layers are finite, so that only the loss itself is not")
        : Optional.empty();
  }

  private static Optional<Cause> computed(String text) {
    return Optional.of(new Cause(text, true));
  }

  private String declared(String layer) {
    String place = model.type().places().get(layer);
    return place == null ? "" : " (" + place + ")";
  }

  private static String text(OptionalDouble fault) {
    return Double.toString(fault.getAsDouble());
  }

  /** Whether that is certain at a glance: finite numbers may have a sum that is too large. */
  private static boolean isFinite(INDArray array) {
    return Double.isFinite(array.sumNumber().doubleValue());
  }

  /** The first element that is not finite. */
  private static OptionalDouble fault(INDArray array) {
    if (isFinite(array)) {
      return OptionalDouble.empty();
    }
    INDArray copy = array.dup('c');
    DataBuffer elements = copy.data();
    for (long i = 0; i < copy.length(); i++) {
      double element = elements.getDouble(i);
      if (!Double.isFinite(element)) {
        return OptionalDouble.of(element);
      }
    }
    return OptionalDouble.empty();
  }

  /** Remembers the first call whose output is not finite. */
  private static final class FirstFault implements LayerObserver {
    private LayerCall call;
    private OptionalDouble fault = OptionalDouble.empty();
    private boolean hasSeenLayers;

    @Override
    public void after(LayerCall done, String implementation) {
      hasSeenLayers = true;
      if (call == null) {
        fault = fault(done.output().toArray());
        call = fault.isPresent() ? done : null;
      }
    }
  }
}
