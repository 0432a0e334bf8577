package dev.weft.runtime.train;

import dev.weft.runtime.layer.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Adds up the gradients of the parts of a batch, of which each backward pass has but its own. */
final class Accumulator {
  private final List<Parameter> parameters;
  private final List<INDArray> sums = new ArrayList<>();

  Accumulator(List<Parameter> parameters) {
    this.parameters = parameters;
    for (Parameter parameter : parameters) {
      INDArray gradient = parameter.gradient().storage();
      sums.add(Nd4j.createUninitialized(gradient.dataType(), gradient.shape(), 'c'));
    }
  }

  /**
   * Takes the gradients of a part.
   *
   * @param isFirst whether the sums begin anew with it
   */
  void add(boolean isFirst) {
    for (int i = 0; i < sums.size(); i++) {
      INDArray gradient = parameters.get(i).gradient().storage();
      if (isFirst) {
        sums.get(i).assign(gradient);
      } else {
        parameters.get(i).arithmetic().sum(sums.get(i), 1, 1, gradient, 0, null);
      }
    }
  }

  /** Puts the sums in the place of the gradients. */
  void finish() {
    for (int i = 0; i < sums.size(); i++) {
      parameters.get(i).gradient().storage().assign(sums.get(i));
    }
  }
}
