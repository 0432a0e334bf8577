package dev.weft.runtime.optimize;

import dev.weft.runtime.layer.Parameter;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;

/** Bounds gradients before a step, so that a rare large one does not undo what was learned. */
public sealed interface GradientClip {
  /** Bounds the gradients of some parameters. */
  void apply(List<Parameter> parameters);

  /**
   * Shrinks all gradients alike where their common norm is above a bound, as PyTorch's {@code
   * clip_grad_norm_} (Pascanu et al. 2013).
   */
  static GradientClip norm(double most) {
    return new Norm(most);
  }

  /** Bounds each element, as PyTorch's {@code clip_grad_value_}. */
  static GradientClip value(double most) {
    return new Value(most);
  }

  private static void requirePositive(double most) {
    if (!(most > 0)) {
      throw new IllegalArgumentException("the bound of gradients must be above 0, but is " + most);
    }
  }

  /** By the norm of all. */
  record Norm(double most) implements GradientClip {
    /** PyTorch's, which keeps the quotient finite. */
    private static final double SMALL = 1e-6;

    /** Checks the bound. */
    public Norm {
      requirePositive(most);
    }

    @Override
    public void apply(List<Parameter> parameters) {
      double squares = 0;
      for (Parameter parameter : parameters) {
        double norm = parameter.gradient().storage().norm2Number().doubleValue();
        squares += norm * norm;
      }
      double factor = most / (Math.sqrt(squares) + SMALL);
      if (factor < 1) {
        parameters.forEach(parameter -> parameter.gradient().storage().muli(factor));
      }
    }
  }

  /** Element by element. */
  record Value(double most) implements GradientClip {
    /** Checks the bound. */
    public Value {
      requirePositive(most);
    }

    @Override
    public void apply(List<Parameter> parameters) {
      for (Parameter parameter : parameters) {
        INDArray gradient = parameter.gradient().storage();
        BooleanIndexing.replaceWhere(gradient, most, Conditions.greaterThan(most));
        BooleanIndexing.replaceWhere(gradient, -most, Conditions.lessThan(-most));
      }
    }
  }
}
