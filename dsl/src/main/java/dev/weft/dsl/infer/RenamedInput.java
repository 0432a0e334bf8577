package dev.weft.dsl.infer;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Join;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network in which one stage reads another than it says, or two stages exchange what they read.
 */
final class RenamedInput {
  private final NetworkDeclaration declaration;
  private final Stage stage;
  private final String wrong;
  private final String name;
  private final Stage partner;
  private final StageInput input;
  private final StageInput partnerInput;

  /**
   * Another name in a join.
   *
   * @param index the stage that joins
   * @param wrong the name in place of which it stands
   * @param name the other name
   * @param partner the stage that reads it, and then the wrong one in its place; -1 if none does
   */
  RenamedInput(NetworkDeclaration declaration, int index, String wrong, String name, int partner) {
    this.declaration = declaration;
    this.stage = declaration.stages().get(index);
    this.wrong = wrong;
    this.name = name;
    this.partner = partner < 0 ? null : declaration.stages().get(partner);
    this.input = renamed(stage, wrong, name);
    this.partnerInput = partner < 0 ? null : renamed(this.partner, name, wrong);
  }

  private static StageInput renamed(Stage stage, String from, String to) {
    StageInput input = stage.input().orElseThrow();
    List<String> names =
        input.stages().stream().map(each -> each.equals(from) ? to : each).toList();
    return new StageInput(names, input.join());
  }

  /** The other name. */
  String name() {
    return name;
  }

  /** What the stage reads then. */
  StageInput input() {
    return input;
  }

  /** The names that stay. */
  List<String> kept() {
    return input.stages().stream().filter(each -> !each.equals(name)).toList();
  }

  /** The network with these names. */
  NetworkDeclaration declaration() {
    List<Stage> stages = new ArrayList<>();
    for (Stage each : declaration.stages()) {
      StageInput other = each == stage ? input : each == partner ? partnerInput : null;
      stages.add(other == null ? each : new Stage(each.name(), each.layer(), Optional.of(other)));
    }
    return new NetworkDeclaration(declaration.name(), declaration.input(), stages);
  }

  /** What stands in the declaration as it is where something stands in this one. */
  Declared original(Declared declared) {
    return declared == input
        ? stage.input().orElseThrow()
        : partner != null && declared == partnerInput ? partner.input().orElseThrow() : declared;
  }

  /** Whether something is what the other stage reads that has to change. */
  boolean isOfPartner(Declared declared) {
    return partner != null && partner.input().orElseThrow() == declared;
  }

  /** How to write it, and why: what joins is of one size then. */
  Problem.Fix fix(Shape size) {
    return partner == null
        ? new Problem.Fix(
            "join " + Causes.listed(kept()) + " with " + name,
            written(input),
            "which is " + size.compact() + " as well")
        : new Problem.Fix(
            "swap " + wrong + " and " + name,
            written(input) + " here, " + written(partnerInput) + " at " + partner.name(),
            null);
  }

  private static String written(StageInput input) {
    String names =
        input.stages().stream()
            .map(each -> "\"" + each + "\"")
            .collect(Collectors.joining(", ", "{", "}"));
    return input.join() == Join.CONCAT
        ? "@From(" + names + ")"
        : "@From(value = " + names + ", join = Join.ADD)";
  }
}
