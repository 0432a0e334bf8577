package dev.weft.dsl.infer;

import dev.weft.dsl.ScaleByLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ScaleOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A gate makes one factor a channel or one an element. */
final class ScaleByRule implements Rule<ScaleByLayer> {
  @Override
  public Flow apply(ScaleByLayer layer, Flow input, Scope scope) {
    return Body.infer(layer, layer.gate(), input, scope)
        .map(gate -> scaled(layer, input, gate, scope))
        .orElse(input);
  }

  private static Flow scaled(ScaleByLayer layer, Flow input, Body gate, Scope scope) {
    Flow factors = gate.flow();
    if (!fit(factors.shape(), input.shape())) {
      scope.report(mismatch(layer, input, factors, gate.nodes()));
      return scope.standIn(input.shape(), layer);
    }
    return Shapes.bothKnown(input.shape(), factors.shape())
        ? scope
            .childApartFrom(gate.taken(), "scale")
            .add(new ScaleOp(), layer, List.of(input, factors))
            .producedBy(layer, scope)
        : scope.standIn(input.shape(), layer);
  }

  private static boolean fit(Shape factors, Shape input) {
    if (!Shapes.disagree(factors, input)) {
      return true;
    }
    int channels = input.channels();
    Shape oneAChannel = factors.rank() == 1 ? Shape.of(channels) : Shape.of(channels, 1, 1);
    return input.rank() == 3 && !Shapes.disagree(factors, oneAChannel);
  }

  private static Problem mismatch(
      ScaleByLayer layer, Flow input, Flow factors, List<Node> gateNodes) {
    return new Problem(
        Code.SCALE_MISMATCH,
        layer,
        null,
        "`scaleBy` multiplies "
            + input.shape().compact()
            + ", but its gate produces "
            + factors.shape().compact(),
        List.of(
            Details.input(input),
            new Problem.Detail("gate", factors.shape(), null, Causes.of(gateNodes))),
        fixes(input, factors, gateNodes));
  }

  private static List<Problem.Fix> fixes(Flow input, Flow factors, List<Node> gateNodes) {
    int channels = input.shape().channels();
    List<Problem.Fix> fixes = new ArrayList<>();
    if (channels != Shape.UNKNOWN && channels != factors.shape().channels()) {
      Causes.lastSized(gateNodes)
          .map(node -> Causes.resized(node, channels))
          .ifPresentOrElse(
              fixes::add,
              () -> fixes.add(Problem.Fix.of("let the gate end in conv1x1(" + channels + ")")));
    }
    if (!areOneAChannel(factors.shape())) {
      String first = "let the gate begin with globalAvgPool()";
      fixes.add(new Problem.Fix(first, null, "leaves one factor a channel"));
    }
    return fixes;
  }

  private static boolean areOneAChannel(Shape factors) {
    return factors.rank() != 3 || (factors.height() == 1 && factors.width() == 1);
  }
}
