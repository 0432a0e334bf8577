package dev.weft.runtime.model;

import dev.weft.dsl.Shape;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks the gradients that are handed in for side outputs. */
final class SideGradients {
  private SideGradients() {}

  static void check(Model model, List<TrainingPass.SideTensors> sides, INDArray... sideGradients) {
    if (sideGradients.length != sides.size()) {
      throw new IllegalArgumentException(
          "the network "
              + model.getClass().getSimpleName()
              + " has "
              + counted(sides.size(), "side output")
              + ", but backward got "
              + counted(sideGradients.length, "gradient")
              + " for them");
    }
    for (int i = 0; i < sideGradients.length; i++) {
      long[] dims = sides.get(i).gradient().dims();
      int[] shape = Arrays.stream(dims).skip(1).mapToInt(Math::toIntExact).toArray();
      BatchShape.sideOutput(model, i, Shape.of(shape)).check(sideGradients[i], dims[0]);
    }
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
