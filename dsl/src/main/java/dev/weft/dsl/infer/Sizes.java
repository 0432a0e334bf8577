package dev.weft.dsl.infer;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** The bound on the elements of one array: what an {@code int} can index. */
final class Sizes {
  /** What is too large where even the number of elements overflows. */
  static final String OVERFLOW = "more elements than any array can hold";

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
      return OVERFLOW;
    }
  }

  /** The mistake of an operation that is too large. */
  static Problem tooLarge(Declared at, String kind, Shape input, String excess) {
    return new Problem(
        Code.TOO_LARGE,
        at,
        null,
        "`" + kind + "` on " + input.compact() + " has " + excess,
        List.of(),
        List.of(Problem.Fix.of("make its input or its output smaller, for example by pooling")));
  }
}
