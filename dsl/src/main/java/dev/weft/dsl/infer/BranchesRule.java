package dev.weft.dsl.infer;

import dev.weft.dsl.AddLayer;
import dev.weft.dsl.AppendLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Branches from one input, which join. */
final class BranchesRule {
  private BranchesRule() {}

  static Flow concat(ConcatLayer layer, Flow input, Scope scope) {
    Set<String> taken = new HashSet<>();
    List<Joined> branches = infer(layer.branches(), taken, input, scope);
    return JoinRule.concat(layer, branches, scope.childApartFrom(taken, "concat"))
        .producedBy(layer, scope);
  }

  static Flow append(AppendLayer layer, Flow input, Scope scope) {
    return Body.infer(layer, layer.layers(), input, scope)
        .map(body -> append(layer, input, body, scope))
        .orElse(input);
  }

  private static Flow append(AppendLayer layer, Flow input, Body body, Scope scope) {
    List<Joined> parts =
        List.of(Joined.input(input), Joined.branch("the body", body.flow(), body.nodes()));
    return JoinRule.concat(layer, parts, scope.childApartFrom(body.taken(), "concat"))
        .producedBy(layer, scope);
  }

  static Flow add(AddLayer layer, Flow input, Scope scope) {
    Set<String> taken = new HashSet<>();
    List<Joined> branches = infer(layer.branches(), taken, input, scope);
    return JoinRule.add(
            layer, branches, i -> scope.childApartFrom(taken, i == 1 ? "add" : "add" + i))
        .producedBy(layer, scope);
  }

  private static List<Joined> infer(
      List<Layer> layers, Set<String> taken, Flow input, Scope scope) {
    List<Joined> branches = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Sibling branch = Sibling.of(layers.get(i), i, taken, input, scope);
      int before = scope.nodeCount();
      Flow flow = branch.infer(input, scope);
      String label = branch.given() == null ? "branch " + i : branch.given();
      branches.add(Joined.branch(label, flow, scope.nodesSince(before)));
    }
    return branches;
  }
}
