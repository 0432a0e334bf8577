package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** Layers one after the other. */
final class SequenceRule {
  private SequenceRule() {}

  static Flow apply(Layer sequence, List<Layer> layers, Flow input, Scope scope) {
    return isEmpty(sequence, layers, scope) ? input : scope.inferAll(Spliced.of(layers), input);
  }

  /** Reports a block without layers. */
  static boolean isEmpty(Layer block, List<?> layers, Scope scope) {
    if (layers.isEmpty()) {
      scope.report(
          new Problem(
              Code.EMPTY_NETWORK,
              block,
              null,
              "`" + block.kind() + "` contains no layer",
              List.of(),
              List.of(
                  new Problem.Fix(
                      "put a layer into it, or say that nothing happens", "identity()", null))));
    }
    return layers.isEmpty();
  }
}
