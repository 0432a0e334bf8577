package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** Networks that stand as blocks in others. */
final class OtherNetworksTest {
  private static final String BACKBONE =
      "@Network(input = {3, 64, 64}) interface Backbone {"
          + " @Conv(filters = 8, kernel = 3, padding = 1) @Relu Layer stem();"
          + " default Layer body() { return block(16); }"
          + " default Layer pool() { return globalAvgPool(); }"
          + " @Dense(10) Layer fc();"
          + " static Layer block(int n) { return residual(conv3x3(n)).project(); } }";

  @Test
  void backboneGetsANewHead() {
    network(
            "default Layer backbone() { return network(Backbone.class).until(\"fc\"); }"
                + " default Layer expected() { return expect(16, 1, 1); }"
                + " default Layer fc() { return dense(2); }")
        .besides("Backbone", BACKBONE)
        .isRight();
    network(
            "default Layer all() { return sequential(network(Backbone.class).named(\"net\"),"
                + " dense(3).inFeatures(10)); }")
        .besides("Backbone", BACKBONE)
        .isRight();
  }

  @Test
  void stageThatIsNotThereIsAnErrorWithTheNearest() {
    network("default Layer a() { return network(Backbone.class)§.until(\"pol\"); }")
        .besides("Backbone", BACKBONE)
        .fails(Code.INVALID_ARGUMENT, "Backbone has no stage \"pol\"; the nearest is \"pool\"");
    network("default Layer a() { return network(Backbone.class)§.until(\"stem\"); }")
        .besides("Backbone", BACKBONE)
        .fails(
            Code.INVALID_ARGUMENT,
            "\"stem\" is the first stage of Backbone: nothing is left before it");
  }

  @Test
  void shapeThatOnlyThisNetworkGivesIsReportedWithItsCaller() {
    String text =
        network("default Layer a() { return sequential(flatten(), network(Backbone.class)); }")
            .besides("Backbone", BACKBONE.replace("@Conv(filters = 8", "§@Conv(filters = 8"))
            .fails(
                Code.INPUT_RANK,
                "`conv` needs an input of channels x height x width, but gets a vector of 3,072"
                    + " features");
    assertThat(text).contains("in stem of Backbone (Net.java:9), called from a");
  }

  @Test
  void mistakeOfTheOtherNetworkIsReportedOnce() {
    network("default Layer a() { return network(Backbone.class); }")
        .besides(
            "Backbone", BACKBONE.replace("residual(conv3x3(n)).project()", "§residual(conv3x3(n))"))
        .fails(Code.SKIP_MISMATCH, "the shortcut carries 8x32x32, but the body produces 16x32x32");
    network("default Layer a() { return network(Backbone.class); }")
        .besides("Backbone", BACKBONE.replace("conv3x3(n)", "conv3x3(n)§.stride(0)"))
        .fails(Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0");
  }

  @Test
  void onlyNetworksAreBlocks() {
    network("default Layer a() { return §network(String.class); }")
        .fails(Code.INVALID_ARGUMENT, "`String` is no network: it has no @Network annotation");
    network("default Layer a() { return §network(Net.class); }")
        .fails(Code.INVALID_ARGUMENT, "the network `Net` contains itself");
  }

  @Test
  void circleOfNetworksIsOneMistakeAndNamesThoseBetween() {
    network("default Layer a() { return network(Other.class); }")
        .besides(
            "Other",
            "@Network(input = 3) interface Other {"
                + " default Layer b() { return §network(Net.class); } }")
        .fails(Code.INVALID_ARGUMENT, "the network `Net` contains itself, through `Other`");
    network("default Layer a() { return network(Third.class); }")
        .besides(
            "Away",
            "@Network(input = 3) interface Away {"
                + " default Layer b() { return network(Net.class); } }")
        .besides(
            "Third",
            "@Network(input = 3) interface Third {"
                + " default Layer c() { return §network(Away.class); } }")
        .fails(
            Code.INVALID_ARGUMENT, "the network `Away` contains itself, through `Net` and `Third`");
  }
}
