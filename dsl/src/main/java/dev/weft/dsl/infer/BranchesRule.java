package dev.weft.dsl.infer;

import dev.weft.dsl.AddLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Branches from one input that join: all but the channels, or all, must agree. */
final class BranchesRule {
  /** One branch, as inferred. */
  private record Branch(String label, Flow flow, List<Node> nodes) {}

  private BranchesRule() {}

  static Flow concat(ConcatLayer layer, Flow input, Scope scope) {
    List<Branch> branches = infer(layer.branches(), input, scope);
    Shape size = withoutChannels(branches.get(0).flow().shape());
    for (Branch branch : branches) {
      Shape other = withoutChannels(branch.flow().shape());
      if (Shapes.disagree(size, other)) {
        scope.report(
            mismatch(
                Code.CONCAT_MISMATCH, layer, branches.get(0), branch, "height and width", input));
        return scope.standIn(Shapes.agreed(size, other), layer);
      }
      size = Shapes.agreed(size, other);
    }
    List<Flow> flows = branches.stream().map(Branch::flow).toList();
    return flows.stream().allMatch(flow -> flow.shape().isKnown())
        ? scope
            .unnamedChild("concat", layer.branches())
            .add(new ConcatOp(), layer, flows)
            .producedBy(layer, scope)
        : scope.standIn(size, layer);
  }

  static Flow add(AddLayer layer, Flow input, Scope scope) {
    List<Branch> branches = infer(layer.branches(), input, scope);
    Flow sum = branches.get(0).flow();
    for (int i = 1; i < branches.size(); i++) {
      Branch branch = branches.get(i);
      Shape common = Shapes.agreed(sum.shape(), branch.flow().shape());
      if (Shapes.disagree(sum.shape(), branch.flow().shape())) {
        scope.report(
            mismatch(Code.ADD_MISMATCH, layer, branches.get(0), branch, "the whole shape", input));
        return scope.standIn(common, layer);
      }
      sum =
          common.isKnown()
              ? scope
                  .unnamedChild(i == 1 ? "add" : "add" + i, layer.branches())
                  .add(new AddOp(), layer, List.of(sum, branch.flow()))
              : scope.standIn(common, layer);
    }
    return sum.producedBy(layer, scope);
  }

  private static List<Branch> infer(List<Layer> layers, Flow input, Scope scope) {
    Set<String> taken = new HashSet<>();
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Name name = scope.nameOf(layers.get(i), i, taken);
      int before = scope.nodeCount();
      Flow flow = scope.child(name).infer(layers.get(i), input);
      String label = layers.get(i).name() == null ? "branch " + i : name.key();
      branches.add(new Branch(label, flow, scope.nodesSince(before)));
    }
    return branches;
  }

  private static Shape withoutChannels(Shape shape) {
    if (shape.rank() == 0) {
      return shape;
    }
    int[] dims = shape.toArray();
    dims[0] = Shape.UNKNOWN;
    return Shape.of(dims);
  }

  private static Problem mismatch(
      Code code, Layer layer, Branch first, Branch other, String agreement, Flow input) {
    List<Problem.Fix> fixes = new ArrayList<>();
    for (Branch branch : List.of(other, first)) {
      Optional<Problem.Fix> fix = PaddingFix.find(branch.nodes(), input.shape());
      if (fixes.isEmpty()) {
        fix.ifPresent(fixes::add);
      }
    }
    if (fixes.isEmpty()) {
      fixes.add(
          new Problem.Fix("let all branches agree in " + agreement, null, "nothing broadcasts"));
    }
    return new Problem(
        code,
        layer,
        null,
        first.label()
            + " produces "
            + first.flow().shape().compact()
            + ", but "
            + other.label()
            + " produces "
            + other.flow().shape().compact(),
        List.of(side(first, input), side(other, input)),
        fixes);
  }

  private static Problem.Detail side(Branch branch, Flow input) {
    String cause = Causes.of(branch.nodes());
    return branch.nodes().isEmpty()
        ? Details.side(branch.label(), input)
        : new Problem.Detail(branch.label(), branch.flow().shape(), null, cause);
  }
}
