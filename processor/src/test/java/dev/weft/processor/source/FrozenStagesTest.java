package dev.weft.processor.source;

import static dev.weft.dsl.Layers.*;
import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.Layer;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrozenStagesTest {
  private static final String BACKBONE =
      "@Network(input = {3, 64, 64}) interface Backbone {"
          + " @Conv(filters = 8, kernel = 3) @Relu Layer stem();"
          + " @GlobalAvgPool Layer pool(); @Dense(10) Layer fc(); }";

  private static Layer stage(String declaration) {
    return Reading.layers(
            JavaFileObjects.forSourceString(
                "Net",
                """
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                import dev.weft.dsl.annotation.*;
                @Network(input = {3, 8, 8})
                interface Net { %s }
                """
                    .formatted(declaration)))
        .get("a");
  }

  @Test
  void bothFormsOfAStageAreFrozenByTheAnnotation() {
    assertThat(stage("@Conv(filters = 4, kernel = 3) @Frozen @Relu Layer a();"))
        .isEqualTo(frozen(sequential(conv(4, 3), relu())));
    assertThat(stage("@Frozen @Dense(4) Layer a();")).isEqualTo(frozen(dense(4)));
    assertThat(stage("@Frozen default Layer a() { return conv3x3(4); }"))
        .isEqualTo(frozen(conv3x3(4)));
  }

  @Test
  void aBackboneIsFrozenUnderANewHead() {
    network(
            "default Layer backbone() { return frozen(network(Backbone.class).until(\"fc\")); }"
                + " default Layer expected() { return expect(8, 1, 1); }"
                + " default Layer fc() { return dense(2); }")
        .besides("Backbone", BACKBONE)
        .isRight();
  }

  @Test
  void somethingHasToBeLeftToTrain() {
    String text =
        network("default Layer backbone() { return §frozen(network(Backbone.class)); }")
            .besides("Backbone", BACKBONE)
            .fails(
                Code.NOTHING_TO_TRAIN,
                "nothing is left to train in Net: all of its 314 parameters are frozen");
    assertThat(text).contains("default Layer head() { return dense(10); }");
    network("§@Frozen @Dense(2) Layer a(); @Relu Layer b();")
        .fails(
            Code.NOTHING_TO_TRAIN,
            "nothing is left to train in Net: all of its 6,146 parameters are frozen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "94 | sequential(§frozen(repeat(2, i -> conv3x3(2))))",
        "94 | sequential(§frozen(frozen(repeat(2, i -> frozen(conv3x3(2))))))",
        "84 | sequential(§frozen(withChannels(in -> conv3x3(in))))",
        "96 | residual(frozen(conv3x3(3))).shortcut(§frozen(withChannels(in -> conv1x1(in))))",
        "56 | §frozen(sequential(frozen(conv3x3(2)), relu()))"
      })
  void whatIsFrozenLastIsFoundWhereItIsWritten(int parameters, String layer) {
    network("default Layer a() { return " + layer + "; }")
        .fails(
            Code.NOTHING_TO_TRAIN,
            "nothing is left to train in Net: all of its " + parameters + " parameters are frozen");
  }

  @Test
  void mistakesInsideAreFoundWhereTheyAre() {
    network(
            "default Layer a() { return frozen(residual(conv3x3(3), §conv(3, 40))); } @Dense(2) Layer b();")
        .fails(Code.KERNEL_LARGER_THAN_INPUT, "the 40x40 kernel is larger than the 32x32 input");
    network("default Layer a() { return frozen(§null); } @Dense(2) Layer b();")
        .fails(Code.INVALID_ARGUMENT, "the layer of `frozen` is null");
  }

  @Test
  void aHelperIsNoStageToFreeze() {
    network(
            "default Layer a() { return sequential(part(), dense(2)); }"
                + " @Frozen static Layer §part() { return relu(); }")
        .fails(Code.MISUSE, "the helper `part` has an annotation of a stage");
  }

  @Test
  void anAbstractStageIsNoLayerByBeingFrozen() {
    network("@Frozen Layer §a();")
        .fails(Code.MISUSE, "the abstract stage `a` has no layer annotation");
  }
}
