package dev.weft.dsl.infer;

import dev.weft.dsl.AddLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.graph.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Branches from one input, which join. */
final class BranchesRule {
  private BranchesRule() {}

  static Flow concat(ConcatLayer layer, Flow input, Scope scope) {
    List<Joined> branches = infer(layer.branches(), input, scope);
    return JoinRule.concat(
            layer, branches, List.of(), scope.unnamedChild("concat", layer.branches()))
        .producedBy(layer, scope);
  }

  static Flow add(AddLayer layer, Flow input, Scope scope) {
    List<Joined> branches = infer(layer.branches(), input, scope);
    return JoinRule.add(
            layer,
            branches,
            List.of(),
            i -> scope.unnamedChild(i == 1 ? "add" : "add" + i, layer.branches()))
        .producedBy(layer, scope);
  }

  private static List<Joined> infer(List<Layer> layers, Flow input, Scope scope) {
    Set<String> taken = new HashSet<>();
    List<Joined> branches = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Name name = scope.nameOf(layers.get(i), i, taken);
      int before = scope.nodeCount();
      Flow flow = scope.child(name).infer(layers.get(i), input);
      String label = layers.get(i).name() == null ? "branch " + i : name.key();
      branches.add(Joined.branch(label, flow, scope.nodesSince(before)));
    }
    return branches;
  }
}
