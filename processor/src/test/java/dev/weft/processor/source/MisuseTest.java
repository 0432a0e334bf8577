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
  void stageIsNotInherited() {
    String parent = "interface Parent { @Conv(filters = 8, kernel = 3) @Relu Layer stem(); }";
    String text =
        file("Net", RELU + "@Network(input = 4)\n§interface Net extends Middle {}")
            .and("Middle", "interface Middle extends Parent {}")
            .and("Parent", RELU + "import dev.weft.dsl.annotation.*;" + parent)
            .fails(Code.MISUSE, "the network inherits the stage `stem` from `Parent`");
    assertThat(text).contains("fix: declare the stage in the network itself");
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
        .fails(Code.MISUSE, "the stage `a` returns java.lang.String in place of a layer");
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
}
