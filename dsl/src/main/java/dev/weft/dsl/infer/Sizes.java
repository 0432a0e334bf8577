package dev.weft.dsl.infer;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.ParameterSpec;
import java.util.List;

/** The bound on the elements of one array: what an {@code int} can index. */
final class Sizes {
  private static final long MOST = Integer.MAX_VALUE;

  private Sizes() {}

  /** What of the operation is too large, in words, or null if nothing is. */
  static String excess(Op op, List<Shape> inputs) {
    try {
      Shape output = op.output(inputs);
      if (output.elements() > MOST) {
        return "an output of " + output.compact() + ", which no array can hold";
      }
      for (ParameterSpec spec : op.parameters()) {
        if (spec.shape().elements() > MOST) {
          return "a " + spec.name() + " of " + spec.shape().compact() + ", which no array can hold";
        }
      }
      return null;
    } catch (ArithmeticException overflow) {
      return "more elements than any array can hold";
    }
  }
}
