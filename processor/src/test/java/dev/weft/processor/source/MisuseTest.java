package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.file;
import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** Annotations and methods where they do not fit. */
final class MisuseTest {
  private static final String RELU = "import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;";

  @Test
  void networkMustBeAnInterface() {
    file("Net", RELU + "@Network(input = 4)\npublic §class Net {}")
        .fails(Code.MISUSE, "@Network stands on the class `Net`");
  }

  @Test
  void networkMustNotHaveTypeParameters() {
    file(
            "Net",
            RELU
                + "@Network(input = 4)\n§interface Net<T> { default Layer a() { return relu(); } }")
        .fails(Code.MISUSE, "the network `Net` has type parameters");
  }

  @Test
  void networkNeedsAStage() {
    file("Net", RELU + "@Network(input = 4)\n§interface Net { static int helper() { return 1; } }")
        .fails(Code.EMPTY_NETWORK, "Net has no layer that computes anything");
  }

  @Test
  void inheritedStageMayBeDeclaredAgain() {
    file(
            "Net",
            RELU
                + "@Network(input = 4) interface Net extends Parent {"
                + " default Layer stem() { return relu(); } }")
        .and("Parent", RELU + "interface Parent { @dev.weft.dsl.annotation.Tanh Layer stem(); }")
        .isRight();
  }

  @Test
  void inputMustHaveOneOrThreeDimensions() {
    file(
            "Net",
            RELU
                + "@Network(input = §{3, 4}) interface Net { default Layer a() { return relu(); } }")
        .fails(Code.MISUSE, "the input has 2 dimensions, {3, 4}, but needs 1 or 3");
  }

  @Test
  void anInputOfOtherDimensionsIsToldWhichOnesItNeeds() {
    assertThat(
            network("32, 28", "@Conv(filters = 8, kernel = 3) Layer a();")
                .failsAndMends(
                    Code.MISUSE, "the input has 2 dimensions, {32, 28}, but needs 1 or 3"))
        .endsWith("fix: the channels come first, 1 of a grey image: @Network(input = {1, 32, 28})");
    assertThat(
            network("1, 3, 32, 28", "@Conv(filters = 8, kernel = 3) Layer a();")
                .failsAndMends(
                    Code.MISUSE, "the input has 4 dimensions, {1, 3, 32, 28}, but needs 1 or 3"))
        .endsWith("fix: leave out the size of the batch: @Network(input = {3, 32, 28})");
  }

  @Test
  void inputMustNotBeEmpty() {
    file(
            "Net",
            RELU + "@Network(input = §{}) interface Net { default Layer a() { return relu(); } }")
        .fails(Code.MISUSE, "the input has 0 dimensions, {}, but needs 1 or 3");
  }

  @Test
  void inputDimensionsMustBePositive() {
    file(
            "Net",
            RELU
                + "@Network(input = {3, §0, 4}) interface Net { default Layer a() { return relu(); } }")
        .fails(Code.MISUSE, "a dimension of the input must be at least 1, but is 0");
  }

  @Test
  void missingInputIsJavasOwnError() {
    assertThat(file("Net", RELU + "@Network interface Net {}").errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(null)).contains("missing a default value"));
  }

  @Test
  void abstractStageNeedsAnAnnotation() {
    network("Layer §a();").fails(Code.MISUSE, "the abstract stage `a` has no layer annotation");
  }

  @Test
  void unknownAnnotationIsJavasOwnError() {
    for (String annotations : new String[] {"@Conv2d", "@Conv2d @Relu"}) {
      assertThat(network(annotations + " Layer a(); @Relu Layer b();").errors())
          .singleElement()
          .satisfies(error -> assertThat(error.getMessage(null)).contains("cannot find symbol"));
    }
  }

  @Test
  void stageWithABodyNeedsNoAnnotation() {
    network("@Relu default Layer §a() { return relu(); }")
        .fails(Code.MISUSE, "the stage `a` has both a layer annotation and a body");
  }

  @Test
  void helperNeedsNoAnnotation() {
    network("default Layer b() { return relu(); } @Relu static Layer §a(int i) { return relu(); }")
        .fails(Code.MISUSE, "the stage `a` has both a layer annotation and a body");
  }

  @Test
  void abstractStageTakesNoParameters() {
    network("@Relu Layer §a(int i);").fails(Code.MISUSE, "the stage `a` takes parameters");
  }

  @Test
  void annotatedStageReturnsALayer() {
    network("@Relu String §a();")
        .fails(Code.MISUSE, "the stage `a` returns String in place of a layer");
  }

  @Test
  void defaultStageReturnsALayer() {
    network("default int §a() { return 1; }")
        .fails(Code.MISUSE, "the stage `a` returns int in place of a layer");
  }

  @Test
  void stageMayReturnAKindOfLayer() {
    network("default ConvLayer a() { return conv3x3(4); } @Relu ActivationLayer b();").isRight();
  }

  @Test
  void stageNamesBecomeParameterNames() {
    network("default Layer §a$b() { return relu(); }")
        .fails(Code.MISUSE, "a stage cannot be called `a$b`");
  }

  @Test
  void stageCannotBeCalledLikeAMethodOfObject() {
    network("@Relu Layer §finalize();").fails(Code.MISUSE, "a stage cannot be called `finalize`");
  }

  @Test
  void generatedNameMustBeFree() {
    network("@Relu Layer a();")
        .besides("NetNetwork", "class NetNetwork {}")
        .fails(
            Code.MISUSE,
            "the class to be generated is called `test.NetNetwork`, which exists already");
  }

  @Test
  void generatedNamesOfTwoNetworksMustDiffer() {
    String nested =
        "class A { @Network(input = 4) interface B { @dev.weft.dsl.annotation.Relu Layer a(); } }";
    String top = "@Network(input = 4) §interface A_B { @dev.weft.dsl.annotation.Relu Layer a(); }";
    file("A", RELU + nested)
        .and("A_B", RELU + top)
        .fails(
            Code.MISUSE,
            "the class to be generated is called `A_BNetwork`, which exists already for the"
                + " network `A.B`");
  }

  @Test
  void independentMistakesAreAllReported() {
    assertThat(
            network(
                    """
                    Layer a();
                    @Conv(filters = 0, kernel = 3) Layer b();
                    default Layer c() { return conv3x3(-1); }
                    default Layer d() { return relu(); }
                    """)
                .errors())
        .hasSize(3);
  }

  @Test
  void twoStagesOfOneNameAreJavasOwnError() {
    assertThat(network("@Relu Layer a(); default Layer a() { return relu(); }").errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(null)).contains("already defined"));
  }

  @Test
  void typesAreShownWithoutTheirPackages() {
    network("default List<Layer> §a() { return List.of(relu()); }")
        .fails(Code.MISUSE, "the stage `a` returns List<Layer> in place of a layer");
  }

  @Test
  void bodyWithoutDefaultIsToldSo() {
    String text =
        network("Layer §a() { return relu(); }")
            .fails(Code.MISUSE, "the stage `a` has a body, but is not a default method");
    assertThat(text).contains("fix: say so: default Layer a()");
    network("@Relu Layer §a() { return relu(); }")
        .fails(Code.MISUSE, "the stage `a` has both a layer annotation and a body");
  }

  @Test
  void defaultMethodWithParametersMustBeNamedSomewhere() {
    assertThat(
            network("default Layer §a(int n) { return conv3x3(n); } @Dense(10) Layer out();")
                .fails(
                    Code.MISUSE,
                    "nothing calls `a`, which is no stage because it takes parameters"))
        .contains("fix: make it a stage without parameters: default Layer a()")
        .contains("or: keep it as a helper for later, static in place of default");
    network("default Layer a(int n) { return conv3x3(n); } default Layer b() { return a(3); }")
        .isRight();
    network("default Layer a(int n) { return relu(); } default Layer b() { return this.a(3); }")
        .isRight();
    network(
            "default Layer a(int n) { return conv3x3(n + 1); }"
                + " default Layer b() { return repeat(2, this::a); }")
        .isRight();
    network(
            "default Layer a(int n) { return n > 0 ? a(n - 1) : relu(); }"
                + " default Layer b() { return tanh(); }")
        .fails(Code.MISUSE, "nothing calls `a`, which is no stage because it takes parameters");
  }

  @Test
  void stageWithAnImpossibleNameIsReadAllTheSame() {
    assertThat(
            network(
                    "default Layer größe() { return conv3x3(8); }"
                        + " default Layer b() { return residual(conv3x3(9)); }")
                .errors())
        .extracting(error -> error.getMessage(null).split("\n")[0])
        .containsExactly(
            "[weft:misuse] a stage cannot be called `größe`",
            "[weft:skip-mismatch] the shortcut carries 8x32x32, but the body produces 9x32x32");
  }

  @Test
  void whatIsReturnedInPlaceOfALayerIsPointedAt() {
    network("default Layer a() { return §3; }")
        .fails(Code.EXCEPTION, "the stage returns 3 in place of a layer");
  }
}
