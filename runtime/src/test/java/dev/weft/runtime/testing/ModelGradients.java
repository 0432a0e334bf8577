package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.FiniteDifferences.assertGradient;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks the gradients that a network computes for its input and its parameters. */
public final class ModelGradients {
  private static final double TOLERANCE = 1e-6;

  private ModelGradients() {}

  /**
   * Compares the gradients that the last backward pass left with finite differences.
   *
   * @param images the input of that pass
   * @param loss the loss that it was the gradient of, by a forward pass on other images
   * @param step so small that no kink of the network lies within it
   */
  public static void assertGradients(
      Model network, INDArray images, ToDoubleFunction<INDArray> loss, double step) {
    INDArray ofInput = network.inputGradient();
    List<INDArray> ofParameters = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      ofParameters.add(parameter.gradient().toArray());
    }
    assertGradient("input", ofInput, images, loss, step, TOLERANCE);
    for (Parameter parameter : network.parameters()) {
      INDArray value = parameter.get();
      assertGradient(
          parameter.name(),
          ofParameters.remove(0),
          value,
          moved -> {
            parameter.set(moved);
            return loss.applyAsDouble(images);
          },
          step,
          TOLERANCE);
      parameter.set(value);
    }
  }
}
