package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Declaration;
import org.junit.jupiter.api.Test;

/** The promises of a network, read from its annotations and reported at their values. */
final class ContractsTest {
  /** A network of 3 x 8 x 8 with 314 parameters, 41,552 multiply-adds and a 3x3 window. */
  private static Declaration net(String contract) {
    return file(
        "test.Net",
        """
        package test;
        import static dev.weft.dsl.Layers.*;
        import dev.weft.dsl.*;
        import dev.weft.dsl.annotation.*;
        @Network(input = {3, 8, 8})
        %s
        interface Net {
          int K = 100;
          default Layer stem() { return conv3x3(8); }
          @GlobalAvgPool Layer pool();
          @Dense(10) Layer fc();
        }
        """
            .formatted(contract));
  }

  private static String broken(String contract, Code code, String headline) {
    return net(contract).failsAndMends(code, headline);
  }

  @Test
  void budgetsAreKept() {
    net("@Budget(parameters = 314, macs = 13_904, activationMegabytes = 1)").isSilent();
    net("@Budget").isSilent();
  }

  @Test
  void brokenBudgetNamesTheLargestLayers() {
    String text =
        broken(
            "@Budget(parameters = §313)",
            Code.OVER_BUDGET,
            "314 parameters exceed the budget of 313");
    assertThat(text.lines().skip(1))
        .containsExactly(
            "    budget  313",
            "    network 314",
            "    largest 224   stem, conv 3x3, 8 (Net.java:9)",
            "             90   fc, dense 10 (Net.java:11)",
            "    fix: make the largest layers smaller",
            "     or: raise the budget: parameters = 314");
    broken(
        "@Budget(parameters = 314, macs = Net§.K)",
        Code.OVER_BUDGET,
        "13,904 multiply-adds exceed the budget of 100");
    broken(
        "@Budget(activationMegabytes = §0)",
        Code.OVER_BUDGET,
        "2.82 KB of activations exceed the budget of 0 MB");
  }

  @Test
  void negativeLimitsAreRefused() {
    net("@Budget(parameters = §-1)")
        .fails(Code.INVALID_ARGUMENT, "parameters must be at least 0, but is -1");
    net("@Expect(macs = §-1)").fails(Code.INVALID_ARGUMENT, "macs must be at least 0, but is -1");
    net("@Output(§0)").fails(Code.INVALID_ARGUMENT, "a dimension must be at least 1, but is 0");
    net("@Output(§{})").fails(Code.INVALID_ARGUMENT, "a shape needs at least one dimension");
    net("@Output(§{1, -1})")
        .fails(Code.INVALID_ARGUMENT, "a dimension must be at least 1, but is -1");
  }

  @Test
  void expectationsAreKept() {
    net("@Expect(parameters = 314, macs = 13_904, receptiveField = 3)").isSilent();
    net("@Expect(receptiveField = {3, 3})").isSilent();
  }

  @Test
  void otherFiguresShowBothNumbersAndWhy() {
    String text =
        broken(
            "@Expect(parameters = §306)",
            Code.EXPECT_MISMATCH,
            "306 parameters are declared, but there are 314");
    assertThat(text.lines().skip(1))
        .containsExactly(
            "    declared 306",
            "    network  314   8 more",
            "    perhaps        the convolutions' biases are too many: `.noBias()`, as in front of"
                + " a batch norm",
            "    fix: declare what it has: parameters = 314");
    assertThat(
            broken(
                "@Expect(receptiveField = §5)",
                Code.EXPECT_MISMATCH,
                "a receptive field of 5x5 is declared, but the last feature map sees 3x3"))
        .contains("at stem, 8 x 8 x 8 (Net.java:9)")
        .contains("receptiveField = 3");
    net("@Expect(receptiveField = §{1, 2, 3})")
        .fails(
            Code.INVALID_ARGUMENT,
            "`receptiveField` takes 1 number or 2, height and width, but has 3");
  }

  @Test
  void outputsHaveTheirShape() {
    net("@Output(10)").isSilent();
    net("@Output({10})").isSilent();
    String text =
        broken("@Output(§1000)", Code.OUTPUT_MISMATCH, "the output is declared as 1000, but is 10");
    assertThat(text.lines().skip(1))
        .containsExactly(
            "    declared 1000",
            "    output     10   from fc (Net.java:11)",
            "    fix: give fc 1,000 features: value = 1000 (Net.java:11)",
            "     or: declare what it is: @Output({10})");
    broken(
        "@Output(§{1, 5, 2})", Code.OUTPUT_MISMATCH, "the output is declared as 1x5x2, but is 10");
  }

  @Test
  void brokenPromisesAreReportedTogether() {
    assertThat(net("@Budget(parameters = 1, macs = 1) @Expect(parameters = 1) @Output(1)").errors())
        .hasSize(4);
  }

  @Test
  void aNetworkThatDoesNotFitTogetherBreaksNoPromise() {
    file(
            "test.Net",
            """
            package test;
            import static dev.weft.dsl.Layers.*;
            import dev.weft.dsl.*;
            import dev.weft.dsl.annotation.*;
            @Network(input = {3, 8, 8}) @Budget(parameters = 1) @Output(7)
            interface Net { default Layer a() { return §residual(conv3x3(4)); } }
            """)
        .fails(Code.SKIP_MISMATCH, "the shortcut carries 3x8x8, but the body produces 4x8x8");
  }

  @Test
  void anImageIsToldToBeFlattened() {
    file(
            "test.Net",
            """
            package test;
            import dev.weft.dsl.*;
            import static dev.weft.dsl.Layers.*;
            import dev.weft.dsl.annotation.*;
            @Network(input = {3, 8, 8}) @Output(§3)
            interface Net { @GlobalAvgPool Layer a();
            }
            """)
        .failsAndMends(Code.OUTPUT_MISMATCH, "the output is declared as 3, but is 3x1x1");
    file(
            "test.Net",
            """
            package test;
            import dev.weft.dsl.*;
            import static dev.weft.dsl.Layers.*;
            import dev.weft.dsl.annotation.*;
            @Network(input = {3, 8, 8}) @Output(§5)
            interface Net { @Conv(filters = 5, kernel = 3) Layer a();
            }
            """)
        .failsAndMends(Code.OUTPUT_MISMATCH, "the output is declared as 5, but is 5x6x6");
  }

  private static Declaration output(String shape, String members) {
    String head =
        "package test; import dev.weft.dsl.*; import static dev.weft.dsl.Layers.*;"
            + " import dev.weft.dsl.annotation.*;\n@Network(input = {3, 8, 8}) @Output(§";
    return file("test.Net", head + shape + ")\ninterface Net {\n" + members + "\n}\n");
  }

  @Test
  void theHeadsThatAreJoinedAreNamedWithTheirSizes() {
    assertThat(
            output(
                    "10",
                    "@Dense(6) Layer a(); @From(\"a\") @Dense(7) Layer h1();"
                        + " @From(\"a\") @Dense(8) Layer h2();"
                        + " @From({\"h1\", \"h2\"}) @Sigmoid Layer all();")
                .failsAndMends(Code.OUTPUT_MISMATCH, "the output is declared as 10, but is 15"))
        .contains("joined        h1 has 7, h2 has 8");
  }

  @Test
  void aLastStageThatMakesTheVectorIsProposed() {
    assertThat(
            output("10", "@Conv(filters = 16, kernel = 1) Layer a(); @GlobalAvgPool Layer p();")
                .failsAndMends(Code.OUTPUT_MISMATCH, "the output is declared as 10, but is 16x1x1"))
        .contains("fix: end the network in a dense layer: @Dense(10) Layer classes();");
    assertThat(
            output("10", "@Conv(filters = 10, kernel = 1) Layer a();")
                .failsAndMends(Code.OUTPUT_MISMATCH, "the output is declared as 10, but is 10x8x8"))
        .contains("fix: pool the image, in a last stage: @GlobalAvgPool @Flatten Layer pooled();");
    assertThat(
            output("10", "@Conv(filters = 10, kernel = 8) Layer a();")
                .failsAndMends(Code.OUTPUT_MISMATCH, "the output is declared as 10, but is 10x1x1"))
        .contains("fix: flatten it, in a last stage: @Flatten Layer flat();");
  }

  @Test
  void everyWrongValueIsReported() {
    assertThat(
            net("@Expect(parameters = -5, macs = 1, receptiveField = {1, 2, 3})"
                    + " @Budget(parameters = -1, macs = -2)")
                .errors())
        .extracting(error -> error.getMessage(null).split("\n")[0])
        .containsExactly(
            "[weft:invalid-argument] parameters must be at least 0, but is -5",
            "[weft:expect-mismatch] 1 multiply-adds are declared, but there are 13,904",
            "[weft:invalid-argument] `receptiveField` takes 1 number or 2, height and width, but has"
                + " 3",
            "[weft:invalid-argument] parameters must be at least 0, but is -1",
            "[weft:invalid-argument] macs must be at least 0, but is -2");
  }
}
