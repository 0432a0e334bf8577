package dev.weft.dsl.infer;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a value has another shape than the one that was declared for it, and what would give it that
 * one.
 *
 * @param node what computes the value
 * @param declared the shape that it should have
 */
public record DeclaredShape(Node node, Shape declared) {
  /** Which layers made the image of another height or width; empty where that is not the matter. */
  public Optional<Problem.Detail> reason() {
    String causes = differsInSize() ? Causes.resizing(Chain.to(node)) : "";
    return causes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Problem.Detail("size", null, null, causes));
  }

  /** What makes the channels or features that are joined; empty where those are not the matter. */
  public Optional<Problem.Detail> parts() {
    Node join = passing();
    return differsInChannels() && join.op() instanceof ConcatOp
        ? Optional.of(new Problem.Detail("joined", null, null, Causes.parts(join)))
        : Optional.empty();
  }

  private boolean differsInChannels() {
    return Shapes.disagree(declared.channels(), node.output().channels());
  }

  /** The change of the layers before that gives the value its declared shape, if there is one. */
  public Optional<Problem.Fix> fix() {
    if (!Shapes.bothKnown(declared, node.output()) || declared.rank() != node.output().rank()) {
      return Optional.empty();
    }
    if (!differsInSize()) {
      return deciding().map(this::resized);
    }
    return declared.channels() == node.output().channels() ? sized() : Optional.empty();
  }

  private boolean differsInSize() {
    return declared.rank() == 3
        && node.output().rank() == 3
        && Shapes.disagree(Windows.size(declared), Windows.size(node.output()));
  }

  private Problem.Fix resized(Node deciding) {
    return Causes.resized(Causes.layerName(deciding), deciding, declared.channels());
  }

  /** The layer whose number of channels or features the ones behind it pass on. */
  private Optional<Node> deciding() {
    return Optional.of(passing()).filter(DeclaredShape::isFree);
  }

  /** The last operation that makes a number of channels or features, or joins them. */
  private Node passing() {
    Node each = node;
    while (each.inputs().size() == 1
        && !Causes.isSized(each.op())
        && each.inputs().get(0).output().channels() == each.output().channels()) {
      each = each.inputs().get(0);
    }
    return each;
  }

  /** Whether a layer's number of channels or features is its author's choice alone. */
  private static boolean isFree(Node node) {
    boolean isGrouped = node.op() instanceof ConvOp conv && conv.groups() > 1;
    return !isGrouped && Causes.isChosen(node);
  }

  private Optional<Problem.Fix> sized() {
    List<Node> path = SizeEdits.searchable(Chain.sinceJoin(node));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Shape from = path.get(0).inputs().get(0).output();
    return SizeEdits.find(path, from, Windows.size(declared))
        .filter(edits -> !edits.edits().isEmpty())
        .map(edits -> sized(from, edits.edits()));
  }

  private Problem.Fix sized(Shape from, Map<Node, String> edits) {
    Problem.Fix fix = PaddingFix.fix(Windows.size(from), Windows.size(declared), edits);
    return edits.size() == 1
        ? new Problem.Fix(
            fix.action(), fix.edit(), null, edits.keySet().iterator().next().declaredBy())
        : fix;
  }
}
