package dev.weft.dsl.contract;

import dev.weft.dsl.Extent;
import dev.weft.dsl.graph.FeatureMaps;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The published figures of a network.
 *
 * @param parameters trainable elements
 * @param macs multiply-adds of convolutions and dense layers for one image
 * @param receptiveField the pixels of the input that one element of the last feature map sees, not
 *     cut off at the image's border: of the last value in front of the output that is an image of
 *     more than one pixel
 */
public record Expectation(
    OptionalLong parameters, OptionalLong macs, Optional<Extent> receptiveField)
    implements Contract {

  @Override
  public List<Problem> breaches(Program program) {
    Graph graph = program.graph();
    List<Problem> problems = new ArrayList<>();
    if (differs(parameters, graph.parameters())) {
      long declared = parameters.getAsLong();
      problems.add(
          mismatch(
              "parameters",
              "parameters",
              declared,
              graph.parameters(),
              Differences.ofParameters(graph, declared)));
    }
    if (differs(macs, graph.macs())) {
      long declared = macs.getAsLong();
      problems.add(
          mismatch(
              "macs",
              "multiply-adds",
              declared,
              graph.macs(),
              Differences.ofMacs(graph, declared)));
    }
    receptiveField.flatMap(field -> otherField(field, graph)).ifPresent(problems::add);
    return problems;
  }

  private static boolean differs(OptionalLong declared, long found) {
    return declared.isPresent() && declared.getAsLong() != found;
  }

  private Problem mismatch(
      String value, String unit, long declared, long found, Optional<String> reason) {
    List<Problem.Detail> details = new ArrayList<>();
    details.add(new Problem.Detail("declared", Counts.number(declared), null, null));
    String difference =
        Counts.number(Math.abs(found - declared)) + (found > declared ? " more" : " fewer");
    details.add(new Problem.Detail("network", Counts.number(found), null, difference));
    reason.ifPresent(text -> details.add(new Problem.Detail("perhaps", null, null, text)));
    return problem(
        value,
        "%s %s are declared, but there are %s"
            .formatted(Counts.number(declared), unit, Counts.number(found)),
        details,
        Values.edit(value, found));
  }

  private Optional<Problem> otherField(Extent declared, Graph graph) {
    Optional<Node> last = FeatureMaps.last(graph);
    if (last.isEmpty()) {
      return Optional.of(
          new Problem(
              Code.EXPECT_MISMATCH,
              this,
              "receptiveField",
              "a receptive field is declared, but the network has no feature map",
              List.of(),
              List.of(Problem.Fix.of("leave it out"))));
    }
    Extent found = last.get().receptiveField().size();
    if (found.equals(declared)) {
      return Optional.empty();
    }
    Node node = last.get();
    String edit =
        found.is(found.height())
            ? found.brief()
            : "{" + found.height() + ", " + found.width() + "}";
    return Optional.of(
        problem(
            "receptiveField",
            "a receptive field of %s is declared, but the last feature map sees %s"
                .formatted(declared, found),
            List.of(
                new Problem.Detail("declared", declared, null, null),
                new Problem.Detail(
                    "network",
                    found,
                    node.declaredBy(),
                    "at " + node.name() + ", " + node.output())),
            "receptiveField = " + edit));
  }

  private Problem problem(
      String value, String headline, List<Problem.Detail> details, String edit) {
    return new Problem(
        Code.EXPECT_MISMATCH,
        this,
        value,
        headline,
        details,
        List.of(new Problem.Fix("declare what it has", edit, null)));
  }
}
