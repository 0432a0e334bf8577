package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.graph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The layers within a layer, one after the other, of which the result joins with what they take.
 *
 * @param flow the result
 * @param nodes their operations
 * @param taken their names, which nothing beside them may have
 */
record Body(Flow flow, List<Node> nodes, Set<String> taken) {
  /** Empty if there are no layers, which is reported. */
  static Optional<Body> infer(Layer block, List<Layer> layers, Flow input, Scope scope) {
    List<Spliced> siblings = Spliced.of(layers);
    if (SequenceRule.isEmpty(block, siblings, scope)) {
      return Optional.empty();
    }
    int before = scope.nodeCount();
    Set<String> taken = new HashSet<>();
    Flow flow = scope.inferAll(siblings, 0, taken, input);
    return Optional.of(new Body(flow, scope.nodesSince(before), taken));
  }
}
