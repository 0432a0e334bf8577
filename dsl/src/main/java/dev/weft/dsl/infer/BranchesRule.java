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
import java.util.function.UnaryOperator;

/** Branches from one input that join: all but the channels, or all, must agree. */
final class BranchesRule {
  /** One branch, as inferred. */
  private record Branch(String label, Flow flow, List<Node> nodes) {}

  private BranchesRule() {}

  static Flow concat(ConcatLayer layer, Flow input, Scope scope) {
    List<Branch> branches = infer(layer.branches(), input, scope);
    Shape size = agreed(branches, BranchesRule::withoutChannels);
    Optional<Problem> mismatch = mismatch(layer, branches, BranchesRule::withoutChannels, input);
    mismatch.ifPresent(scope::report);
    List<Flow> flows = branches.stream().map(Branch::flow).toList();
    return mismatch.isEmpty() && flows.stream().allMatch(flow -> flow.shape().isKnown())
        ? scope
            .unnamedChild("concat", layer.branches())
            .add(new ConcatOp(), layer, flows)
            .producedBy(layer, scope)
        : scope.standIn(size, layer);
  }

  static Flow add(AddLayer layer, Flow input, Scope scope) {
    List<Branch> branches = infer(layer.branches(), input, scope);
    Optional<Problem> mismatch = mismatch(layer, branches, shape -> shape, input);
    mismatch.ifPresent(scope::report);
    if (mismatch.isPresent() || branches.stream().anyMatch(b -> !b.flow().shape().isKnown())) {
      return scope.standIn(agreed(branches, shape -> shape), layer);
    }
    Flow sum = branches.get(0).flow();
    for (int i = 1; i < branches.size(); i++) {
      sum =
          scope
              .unnamedChild(i == 1 ? "add" : "add" + i, layer.branches())
              .add(new AddOp(), layer, List.of(sum, branches.get(i).flow()));
    }
    return sum.producedBy(layer, scope);
  }

  private static Shape agreed(List<Branch> branches, UnaryOperator<Shape> compared) {
    return branches.stream()
        .map(branch -> compared.apply(branch.flow().shape()))
        .reduce(Shapes::agreed)
        .orElseThrow();
  }

  /** The first two branches that disagree for certain. */
  private static Optional<Problem> mismatch(
      Layer layer, List<Branch> branches, UnaryOperator<Shape> compared, Flow input) {
    for (int later = 1; later < branches.size(); later++) {
      Shape shape = compared.apply(branches.get(later).flow().shape());
      for (Branch earlier : branches.subList(0, later)) {
        if (Shapes.disagree(compared.apply(earlier.flow().shape()), shape)) {
          return Optional.of(mismatch(layer, earlier, branches.get(later), input));
        }
      }
    }
    return Optional.empty();
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

  private static Problem mismatch(Layer layer, Branch first, Branch other, Flow input) {
    boolean concat = layer instanceof ConcatLayer;
    List<Problem.Fix> fixes = new ArrayList<>();
    for (Branch branch : List.of(other, first)) {
      Optional<Problem.Fix> fix = PaddingFix.find(branch.nodes(), input.shape());
      if (fixes.isEmpty()) {
        fix.ifPresent(fixes::add);
      }
    }
    if (fixes.isEmpty()) {
      fixes.add(
          new Problem.Fix(
              "let all branches agree in " + (concat ? "height and width" : "the whole shape"),
              null,
              "nothing broadcasts"));
    }
    return new Problem(
        concat ? Code.CONCAT_MISMATCH : Code.ADD_MISMATCH,
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
    return branch.flow().node() == input.node()
        ? Details.side(branch.label(), input)
        : new Problem.Detail(branch.label(), branch.flow().shape(), null, cause);
  }
}
