package dev.weft.dsl.infer;

import dev.weft.dsl.Join;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Nearest;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stages of one network: each takes its input from the one before it, or from where it says.
 */
final class Stages {
  private final List<Stage> stages;
  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final Set<String> read = new HashSet<>();
  private final List<Graph.Stage> inferred = new ArrayList<>();
  private boolean readsUnknown;

  Stages(List<Stage> stages, Flow input) {
    this.stages = stages;
    flows.put(StageInput.NETWORK, input);
  }

  /** The stages inferred so far, with the node of each. */
  List<Graph.Stage> inferred() {
    return inferred;
  }

  /** Infers all stages below {@code scope}; yields the output of the last. */
  Flow infer(Scope scope) {
    Flow last = flows.get(StageInput.NETWORK);
    String before = StageInput.NETWORK;
    for (Stage stage : stages) {
      Flow input = input(stage, before, last, scope);
      Scope inner = scope.child(stage.name());
      if (stage.layer() == null) {
        inner.missesSomething();
        last = inner.standIn(Shape.unknown(), null);
      } else {
        last = inner.infer(stage.layer(), input);
      }
      before = stage.name();
      flows.put(before, last);
      inferred.add(new Graph.Stage(new Name(before, before), last.node()));
    }
    read.add(before);
    // A stage whose name was mistyped is read after all.
    if (!readsUnknown) {
      reportUnused(scope);
    }
    return last;
  }

  private Flow input(Stage stage, String before, Flow last, Scope scope) {
    if (stage.input().isEmpty()) {
      read.add(before);
      return last;
    }
    StageInput from = stage.input().get();
    List<Joined> sources = new ArrayList<>();
    for (String name : from.stages()) {
      read.add(name);
      if (name.equals(StageInput.NETWORK) && isStage(name)) {
        scope.report(ambiguous(from));
      } else if (flows.containsKey(name)) {
        sources.add(stage(name));
      } else {
        readsUnknown = true;
        scope.report(unknown(stage, from, name, before));
      }
    }
    if (sources.size() < from.stages().size() || sources.isEmpty()) {
      scope.missesSomething();
      return scope.child(stage.name()).standIn(Shape.unknown(), null);
    }
    if (sources.size() == 1) {
      return sources.get(0).flow();
    }
    return join(stage, from, sources, scope);
  }

  private Joined stage(String name) {
    return Joined.stage(name, flows.get(name));
  }

  private Flow join(Stage stage, StageInput from, List<Joined> sources, Scope scope) {
    List<String> names = stages.stream().map(Stage::name).toList();
    return from.join() == Join.CONCAT
        ? JoinRule.concat(from, sources, scope.childApartFrom(names, stage.name() + "_concat"))
        : JoinRule.add(
            from,
            sources,
            i ->
                scope.childApartFrom(
                    names, stage.name() + "_add" + (i == 1 ? "" : Integer.toString(i))));
  }

  private boolean isStage(String name) {
    return stages.stream().anyMatch(each -> each.name().equals(name));
  }

  private static Problem ambiguous(StageInput from) {
    return new Problem(
        Code.DUPLICATE_NAME,
        from,
        StageInput.NETWORK,
        "`input` is the network's own input as well as a stage",
        List.of(),
        List.of(Problem.Fix.of("rename the stage")));
  }

  private Problem unknown(Stage stage, StageInput from, String name, String before) {
    String reads = "the stage `" + stage.name() + "` reads ";
    if (name.equals(stage.name())) {
      Problem.Fix readBefore = Problem.Fix.of(readsBefore(before));
      return unknown(from, name, reads + "itself", readBefore);
    }
    if (isStage(name)) {
      Problem.Fix moved = Problem.Fix.of("move it below `" + name + "`");
      return unknown(from, name, reads + "`" + name + "`, which is not above it", moved);
    }
    Problem.Fix fix =
        Nearest.of(name, flows.keySet())
            .map(nearest -> Problem.Fix.nearestName("\"" + nearest + "\""))
            .orElseGet(this::above);
    return unknown(from, name, reads + "`" + name + "`, but there is no such stage", fix);
  }

  /** The network's own input is always there. */
  private Problem.Fix above() {
    String names = String.join(", ", flows.keySet());
    return Problem.Fix.of("name one that is above it: " + names);
  }

  private static String readsBefore(String before) {
    return before.equals(StageInput.NETWORK)
        ? "read the network's own input, \"" + before + "\""
        : "read the stage before it, \"" + before + "\"";
  }

  private static Problem unknown(StageInput from, String name, String headline, Problem.Fix fix) {
    return new Problem(Code.UNKNOWN_STAGE, from, name, headline, List.of(), List.of(fix));
  }

  /** A stage that nothing reads is most likely one that was meant to be read. */
  private void reportUnused(Scope scope) {
    for (Stage stage : stages) {
      Layer layer = stage.layer();
      if (!read.contains(stage.name()) && layer != null) {
        scope.report(
            new Problem(
                Code.UNUSED_STAGE,
                layer,
                null,
                "nothing reads the stage `" + stage.name() + "`",
                List.of(Details.side("output", flows.get(stage.name()))),
                List.of(
                    new Problem.Fix(
                        "let a stage below read it", "@From(\"" + stage.name() + "\")", null),
                    Problem.Fix.of("remove it"))));
      }
    }
  }
}
