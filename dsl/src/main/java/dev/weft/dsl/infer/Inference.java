package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.InputOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From a declaration to a graph in which every shape is known.
 *
 * <p>Layers become operations in the order in which data flows, so that the shape of every input is
 * known when a rule sees it: a projection or a dense layer can size itself. After a mistake the
 * dimensions that it leaves open are unknown, and nothing that depends on them is reported; all
 * other mistakes still are.
 *
 * <pre>{@code
 * var stage = new Stage("fc", dense(10));
 * var inferred =
 *     Inference.infer(new NetworkDeclaration("Tiny", Shape.of(1, 28, 28), List.of(stage)));
 * inferred.graph().orElseThrow().parameters();   // 7850
 * }</pre>
 */
public final class Inference {
  private Inference() {}

  /** Infers every shape, or finds every independent mistake. */
  public static Inferred infer(NetworkDeclaration declaration) {
    if (Sizes.excess(new InputOp(declaration.input()), List.of()) != null) {
      return new Inferred(Optional.empty(), List.of(tooLarge(declaration)));
    }
    Run run = run(declaration, Found.nothing());
    if (run.found.isComplete() && run.problems().isEmpty()) {
      Graph graph = graph(declaration, run);
      return NothingToTrain.find(graph, run.found.frozen())
          .map(problem -> new Inferred(Optional.empty(), List.of(problem)))
          .orElseGet(() -> new Inferred(Optional.of(graph), List.of()));
    }
    OtherStages others =
        new OtherStages(
            declaration, run.stages, run.found, other -> run(other, Found.nothing()).problems());
    List<Problem> problems = new ArrayList<>(eitherWay(declaration, run, others.withFixes()));
    ChannelsLast.hint(declaration.input(), problems);
    return new Inferred(Optional.empty(), problems);
  }

  /** One walk through a network. */
  private record Run(Found found, Stages stages, Flow output) {
    List<Problem> problems() {
      return found.problems();
    }
  }

  private static List<Problem> eitherWay(
      NetworkDeclaration declaration, Run run, List<Problem> known) {
    return run.found.isAtFork() && !WithChannelsRule.isIn(declaration)
        ? EitherWay.problems(
            known,
            run(declaration, Found.withShapeOf(0)).problems(),
            run(declaration, Found.withShapeOf(1)).problems())
        : known;
  }

  private static Run run(NetworkDeclaration declaration, Found found) {
    Node input =
        new Node(
            List.of(new Name("input", "input")), new InputOp(declaration.input()), List.of(), null);
    found.nodes().add(input);
    Stages stages = new Stages(declaration.stages(), new Flow(input, null, "input"));
    Flow output = stages.infer(Scope.root(found));
    if (!declaration.input().isKnown()) {
      found.missesSomething();
    }
    if (found.isComplete() && output.node() == input && found.problems().isEmpty()) {
      found.problems().add(empty(declaration));
    }
    return new Run(found, stages, output);
  }

  private static Graph graph(NetworkDeclaration declaration, Run run) {
    return new Graph(
        declaration.name(),
        run.found.nodes().get(0),
        run.found.nodes(),
        run.output.node(),
        run.stages.inferred(),
        run.found.sideOutputs());
  }

  private static Problem tooLarge(NetworkDeclaration declaration) {
    return new Problem(
        Code.TOO_LARGE,
        null,
        null,
        "no array can hold one input of " + declaration.input().compact(),
        List.of(),
        List.of(Problem.Fix.of("declare the shape of one image")));
  }

  private static Problem empty(NetworkDeclaration declaration) {
    return new Problem(
        Code.EMPTY_NETWORK,
        null,
        null,
        declaration.name() + " has no layer that computes anything",
        List.of(),
        List.of(
            new Problem.Fix(
                "declare a stage", "default Layer output() { return dense(10); }", null)));
  }
}
