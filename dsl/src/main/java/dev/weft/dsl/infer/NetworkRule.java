package dev.weft.dsl.infer;

import dev.weft.dsl.AuxiliaryLayer;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** Networks within a network: another one as a block, and a head beside the main path. */
final class NetworkRule {
  private NetworkRule() {}

  static Flow network(NetworkLayer layer, Flow input, Scope scope) {
    if (layer.stages().isEmpty()) {
      scope.report(
          new Problem(
              Code.EMPTY_NETWORK,
              layer,
              null,
              "the network `" + layer.network() + "` has no stage",
              List.of(),
              List.of(Problem.Fix.of("declare a stage in it"))));
      return input;
    }
    return new Stages(layer.stages(), input).infer(scope).producedBy(layer, scope);
  }

  /** What is frozen is computed as in inference, which has no such heads. */
  static Flow auxiliary(AuxiliaryLayer layer, Flow input, Scope scope) {
    if (scope.isFrozen()) {
      return input;
    }
    List<Spliced> head = Spliced.of(layer.head());
    if (!SequenceRule.isEmpty(layer, head, scope)) {
      scope.addSideOutput(scope.inferAll(head, input), layer.weight(), layer);
    }
    return input;
  }
}
