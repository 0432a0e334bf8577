package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** Stages that say where their input comes from. */
final class StageInputsTest {
  private static final String DOWN =
      "@Conv(filters = 8, kernel = 3, padding = 1) @Relu Layer down1();"
          + " default Layer down2() { return sequential(maxPool(2), conv3x3(16), relu()); }"
          + " default Layer up() { return transposedConv(8, 2).stride(2); } ";

  @Test
  void stagesFormAnyGraphWithoutCycles() {
    network(
            DOWN
                + "@From({\"up\", \"down1\"}) default Layer out() { return conv1x1(2).inChannels(16); }")
        .isRight();
    network(
            DOWN
                + "@From(value = {\"up\", \"down1\"}, join = Join.ADD) @Relu Layer sum();"
                + "@From(\"input\") default Layer skip() { return conv1x1(8); }"
                + "@From(value = {\"skip\", \"sum\", \"down1\"}, join = Join.ADD)"
                + " default Layer out() { return expect(8, 32, 32); }")
        .isRight();
  }

  @Test
  void joinedStagesMustAgree() {
    assertThat(
            network(
                    DOWN
                        + "@From({\"down2\", §\"down1\"}) @Relu Layer out();"
                        + " @From({\"up\", \"out\"}) @Relu Layer end();")
                .fails(Code.CONCAT_MISMATCH, "down2 produces 16x16x16, but down1 produces 8x32x32"))
        .contains("from down2.2 (Net.java:9)");
    network(
            DOWN
                + "@From(value = {\"up\", §\"input\"}, join = Join.ADD) @Relu Layer out();"
                + " @From({\"down1\", \"out\"}) @Relu Layer end();")
        .fails(Code.ADD_MISMATCH, "up produces 8x32x32, but the input carries 3x32x32");
  }

  @Test
  void unknownStagesAreErrorsWithTheNearestName() {
    assertThat(
            network(DOWN + "@From({§\"donw1\", \"up\"}) @Relu Layer out();")
                .failsAndMends(
                    Code.UNKNOWN_STAGE,
                    "the stage `out` reads `donw1`, but there is no such stage"))
        .contains("fix: write the nearest name: \"down1\"");
    assertThat(
            network("@From(§\"b\") @Relu Layer a(); @Relu Layer b();")
                .fails(Code.UNKNOWN_STAGE, "the stage `a` reads `b`, which is not above it"))
        .contains("fix: move it below `b`");
    assertThat(
            network("@Tanh Layer a(); @From(§\"b\") @Relu Layer b();")
                .fails(Code.UNKNOWN_STAGE, "the stage `b` reads itself"))
        .contains("fix: read the stage before it, \"a\"");
    assertThat(
            network("@From(§\"a\") @Relu Layer a();")
                .fails(Code.UNKNOWN_STAGE, "the stage `a` reads itself"))
        .contains("fix: read the network's own input, \"input\"");
  }

  @Test
  void aStageOfTheInputsNameIsNoneThatAnotherCanRead() {
    network("@Relu Layer input(); @From(§\"input\") @Relu Layer b();")
        .fails(Code.DUPLICATE_NAME, "`input` is the network's own input as well as a stage");
    network("@Relu Layer input(); @Relu Layer b();").isRight();
  }

  @Test
  void stagesThatNothingReadsAreErrors() {
    network("default Layer a() { return §conv3x3(4); } @From(\"input\") @Relu Layer b();")
        .fails(Code.UNUSED_STAGE, "nothing reads the stage `a`");
  }

  @Test
  void inputsBelongToStages() {
    network("§@From({}) @Relu Layer a();").fails(Code.MISUSE, "@From names no stage");
    network("@Relu Layer a(); @From(\"a\") static Layer §help() { return relu(); }")
        .fails(Code.MISUSE, "the helper `help` has an annotation of a stage");
  }
}
