package dev.weft.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is printed, where, and how often. */
final class ReporterTest {
  private final FakePlace network = FakePlace.at(1);
  private final Origins origins = new Origins(network);
  private final Reporter reporter = new Reporter(origins, WarningLevel.WARN, new HashSet<>());

  private static Located located(Code code, Place place, Frame... frames) {
    return Located.of(code, place, List.of(frames), "wrong");
  }

  private static Frame frame(String call) {
    return new Frame(call, FakePlace.at(7));
  }

  private static Frame stage(String name) {
    return new Frame(name, null);
  }

  @Test
  void mistakeIsPrintedOnceAndSaysWhereElse() {
    FakePlace place = FakePlace.at(9);
    reporter.report(
        List.of(
            located(Code.SKIP_MISMATCH, place, frame("block(1)"), stage("a")),
            located(Code.SKIP_MISMATCH, place, frame("block(2)"), stage("a")),
            located(Code.SKIP_MISMATCH, place, frame("block(1)"), stage("a")),
            located(Code.SKIP_MISMATCH, place, frame("block(1)"), stage("b"))));
    assertThat(place.printed())
        .containsExactly(
            "ERROR [weft:skip-mismatch] wrong\n  in block(1) (Net.java:7), called from a\n"
                + "  also in block(2), b");
  }

  @Test
  void differentMistakesAtOnePlaceAreBothPrinted() {
    FakePlace place = FakePlace.at(9);
    reporter.report(List.of(located(Code.SKIP_MISMATCH, place), located(Code.ADD_MISMATCH, place)));
    assertThat(place.printed()).hasSize(2);
  }

  @Test
  void messagesAreCapped() {
    assertThat(lastOf(100)).isEqualTo("ERROR [weft] and 60 more mistakes");
    assertThat(lastOf(41)).isEqualTo("ERROR [weft] and 1 more mistake");
  }

  private String lastOf(int mistakes) {
    FakePlace first = FakePlace.at(1000);
    List<Located> many = new ArrayList<>();
    many.add(located(Code.MISUSE, first));
    for (int i = 1; i < mistakes; i++) {
      many.add(located(Code.MISUSE, FakePlace.at(i)));
    }
    new Reporter(origins, WarningLevel.WARN, new HashSet<>()).report(many);
    assertThat(first.printed()).hasSize(2);
    return first.printed().get(1);
  }

  @Test
  void onlyMistakesAreErrors() {
    reporter.report(List.of());
    assertThat(reporter.hadErrors()).isFalse();
    reporter.report(List.of(located(Code.MISUSE, network)));
    assertThat(reporter.hadErrors()).isTrue();
  }

  @Test
  void modifierAtFaultIsPreferredToTheFactory() {
    Layer layer = Layers.relu();
    Place factory = FakePlace.at(3);
    Place modifier = FakePlace.at(4);
    origins.put(layer, new Origin(factory, List.of(), Map.of()).modified("stride", modifier));
    assertThat(origins.locate(problem(layer, "stride")).place()).isSameAs(modifier);
    assertThat(origins.locate(problem(layer, "padding")).place()).isSameAs(factory);
    assertThat(origins.locate(problem(layer, null)).place()).isSameAs(factory);
    assertThat(origins.locate(problem(null, null)).place()).isSameAs(network);
    assertThat(origins.locate(problem(Layers.relu(), null)).place()).isSameAs(network);
  }

  private static Problem problem(Layer at, String modifier) {
    return new Problem(Code.MISUSE, at, modifier, "wrong", List.of(), List.of());
  }

  @Test
  void equalLayersOfDifferentPlacesAreToldApart() {
    Layer one = Layers.relu();
    Layer other = Layers.relu();
    origins.put(one, new Origin(FakePlace.at(3), List.of(), Map.of()));
    origins.put(other, new Origin(FakePlace.at(4), List.of(), Map.of()));
    origins.put(one, new Origin(FakePlace.at(5), List.of(), Map.of()));
    assertThat(origins.of(one).orElseThrow().place().line()).isEqualTo(3);
    assertThat(origins.of(other).orElseThrow().place().line()).isEqualTo(4);
  }
}
