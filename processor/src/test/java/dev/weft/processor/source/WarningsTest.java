package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.file;
import static dev.weft.processor.testing.Declaration.network;
import static dev.weft.processor.testing.Declaration.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import java.io.IOException;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Warnings as javac prints them, in both forms of a stage; each edit they propose mends them. */
final class WarningsTest {
  @Test
  void unreadRowsAreMarkedAtTheStride() {
    String text =
        network("default Layer a() { return conv(8, 3).named(\"c\")§.stride(2); }")
            .warns(
                Code.INEXACT_STRIDE,
                "the last row and column of the 32x32 input are never read:"
                    + " (32 - 3) / 2 + 1 = 15.5 is not whole");
    assertThat(text.lines().skip(1))
        .containsExactly(
            "    input 3 x 32 x 32   the network's input",
            "    in a",
            "    fix: pad the input below and to the right: .padding(0, 0, 1, 1)"
                + "      16x16 pixels come out",
            "     or: give the network an input that fits: @Network(input = {3, 33, 33})");
    network("@Conv(filters = 8, kernel = 3, stride = §2) Layer a();")
        .warns(
            Code.INEXACT_STRIDE,
            "the last row and column of the 32x32 input are never read:"
                + " (32 - 3) / 2 + 1 = 15.5 is not whole");
    network("@Conv(filters = 8, kernel = 3, stride = 2, padding = 1) Layer a();").isSilent();
  }

  @Test
  void evenPaddingIsProposedWhereItHelps() {
    String stem = "default Layer stem() { return conv(4, 2); }\n";
    assertThat(
            network(stem + "default Layer a() { return conv(8, 5)§.stride(4); }")
                .warns(
                    Code.INEXACT_STRIDE,
                    "the last 2 rows and 2 columns of the 31x31 input are never read:"
                        + " (31 - 5) / 4 + 1 = 7.5 is not whole"))
        .contains("fix: pad the input: .padding(1)");
  }

  @Test
  void poolingsAreToldToRoundUp() {
    String headline =
        "the last 2 rows and 2 columns of the 32x32 input are never read:"
            + " (32 - 3) / 3 + 1 = 10.67 is not whole";
    assertThat(
            network("default Layer a() { return §maxPool(3); }")
                .warns(Code.INEXACT_STRIDE, headline))
        .contains(": .ceilMode()      11x11 pixels come out");
    assertThat(network("§@AvgPool(kernel = 3) Layer a();").warns(Code.INEXACT_STRIDE, headline))
        .contains(": ceilMode = true      11x11 pixels come out");
  }

  @Test
  void lostBiasIsMarkedAtItsLayer() {
    String text =
        network("default Layer a() { return sequential(§conv3x3(8), batchNorm()); }")
            .warns(
                Code.REDUNDANT_BIAS,
                "`conv` adds a bias, which the `batchNorm` behind it takes out again");
    assertThat(text)
        .contains("    batchNorm   a.1 subtracts each channel's mean (Net.java:9)")
        .contains("fix: leave the bias out: .noBias()      saves 8 parameters");
    assertThat(
            network("§@Conv(filters = 8, kernel = 3) @BatchNorm @Relu Layer a();")
                .warns(
                    Code.REDUNDANT_BIAS,
                    "`conv` adds a bias, which the `batchNorm` behind it takes out again"))
        .contains("fix: leave the bias out: bias = false");
    network("§@Dense(8) @BatchNorm Layer a();")
        .warns(
            Code.REDUNDANT_BIAS,
            "`dense` adds a bias, which the `batchNorm` behind it takes out again");
  }

  @Test
  void aHelpersWarningIsPrintedOnceWithItsCalls() {
    String text =
        network(
                """
                default Layer a() { return block(8); }
                default Layer b() { return block(16); }
                static Layer block(int n) { return sequential(§conv3x3(n), batchNorm()); }
                """)
            .warns(
                Code.REDUNDANT_BIAS,
                "`conv` adds a bias, which the `batchNorm` behind it takes out again");
    assertThat(text).contains("in block(8) (Net.java:9), called from a").contains("also in b");
  }

  @Test
  void largeKernelIsReplacedByAStack() {
    String stem = "@Conv(filters = 16, kernel = 3, padding = 1) Layer stem();\n";
    assertThat(
            network(
                    stem
                        + "default Layer a() { return sequential(§conv5x5(16).noBias(), relu()); }")
                .warns(
                    Code.LARGE_KERNEL,
                    "the 5x5 convolution has 6,400 weights; two 3x3 that see as far have 4,608"))
        .contains(": sequential(conv3x3(16).noBias(), relu(), conv3x3(16).noBias())      1,792");
    assertThat(
            network(stem + "§@Conv(filters = 16, kernel = 5, padding = 2) Layer a();")
                .warns(
                    Code.LARGE_KERNEL,
                    "the 5x5 convolution has 6,400 weights; two 3x3 that see as far have 4,608"))
        .contains("fix: stack 3x3 convolutions      1,792 weights fewer");
  }

  @Test
  void deadWeightsAreCounted() {
    assertThat(
            network(
                    """
                    @GlobalAvgPool Layer pool();
                    default Layer a() { return §conv3x3(4); }
                    """)
                .warns(
                    Code.DEAD_RECEPTIVE_FIELD,
                    "8 of the 9 elements of the 3x3 kernel see only padding, never a pixel of the"
                        + " 1x1 input"))
        .contains("dead              96 of 108 weights");
  }

  @Test
  void activationsInVainAreMarked() {
    network("default Layer a() { return sequential(conv3x3(4), relu(), §relu()); }")
        .warns(Code.DOUBLE_ACTIVATION, "`relu` changes nothing behind `relu`");
    network("@Dense(4) @Softmax Layer a(); §@Softmax Layer b();")
        .warns(Code.DOUBLE_ACTIVATION, "`softmax` distorts the probabilities that `softmax` made");
    network("@Dense(4) @Tanh Layer a(); @Softmax Layer b();").isSilent();
  }

  @Test
  void dropoutOfTheOutputIsMarked() {
    network("@Dense(4) §@Dropout(0.5) Layer a();")
        .warns(
            Code.DROPOUT_AFTER_OUTPUT,
            "`dropout` sets parts of the output itself to 0 in training");
  }

  @Test
  void heavyHeadIsToldToPool() {
    String headline =
        "`dense` flattens 8x32x32 and holds 81,930 of the network's 82,154 parameters, 99 %";
    assertThat(
            network("default Layer a() { return sequential(conv3x3(8), §dense(10)); }")
                .warns(Code.HEAVY_DENSE_HEAD, headline))
        .contains(": sequential(globalAvgPool(), dense(10))      leaves 314 parameters");
    network("@Conv(filters = 8, kernel = 3, padding = 1) Layer a(); §@Dense(10) Layer b();")
        .warns(Code.HEAVY_DENSE_HEAD, headline);
  }

  @Test
  void uselessAuxiliaryHeadIsMarked() {
    network(
            """
            default Layer a() { return sequential(conv3x3(4), auxiliary(dense(2))§.weight(0)); }
            """)
        .warns(Code.UNUSED_AUXILIARY, "the auxiliary head has weight 0, so that it trains nothing");
    network("default Layer a() { return sequential(§auxiliary(dense(2)), conv3x3(4)); }")
        .warns(
            Code.UNUSED_AUXILIARY,
            "no layer in front of the auxiliary head has parameters, so that it trains only"
                + " itself");
  }

  @Test
  void normalisationOfOneElementIsMarked() {
    network("default Layer a() { return sequential(globalAvgPool(), §instanceNorm()); }")
        .warns(
            Code.DEGENERATE_NORM,
            "`instanceNorm` is always 0 here: each mean is that of a single element");
  }

  @Test
  void anInputWithItsChannelsLastIsMarked() {
    String stage = "default Layer a() { return sequential(conv3x3(8), globalAvgPool()); }";
    assertThat(
            network("224, 224, 3", stage)
                .warns(
                    Code.CHANNELS_LAST, "the input 224x224x3 looks like height x width x channels"))
        .contains(
            "input 224 x 224 x 3   read as 224 channels",
            "fix: channels come first: @Network(input = {3, 224, 224})");
    assertThat(
            warnings(
                file(
                        "test.Net",
                        "package test; import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;"
                            + " @SuppressWarnings(\"weft:channels-last\")"
                            + " @Network(input = {224, 224, 3}) interface Net { "
                            + stage
                            + " }")
                    .compile()))
        .isEmpty();
  }

  @Test
  void aKernelThatSeesNothingOfChannelsPutLastIsToldSo() {
    assertThat(
            network("224, 200, 3", "default Layer a() { return §conv(8, 7).padding(3); }")
                .compile()
                .warnings())
        .extracting(warning -> warning.getMessage(Locale.ROOT))
        .filteredOn(text -> text.startsWith("[weft:dead-receptive-field]"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("fix: channels come first: @Network(input = {3, 224, 200})")
        .doesNotContain("shrink");
  }

  @Test
  void warningsComeInSourceOrderAndDoNotHinderTheClass() throws IOException {
    var compilation =
        network(
                """
                default Layer b() { return sequential(maxPool(3), conv3x3(8), batchNorm()); }
                default Layer a() { return sequential(maxPool(3), relu(), relu()); }
                """)
            .compile();
    assertThat(warnings(compilation))
        .extracting(warning -> warning.getMessage(Locale.ROOT).split("]")[0])
        .containsExactly(
            "[weft:inexact-stride",
            "[weft:redundant-bias",
            "[weft:inexact-stride",
            "[weft:double-activation");
    String source =
        compilation.generatedSourceFile("test.NetNetwork").orElseThrow().getCharContent(true) + "";
    assertThat(source).contains("PARAMETERS");
  }

  @Test
  void networksWithMistakesAreNotWarnedOf() {
    assertThat(
            warnings(
                network(
                        "default Layer a() { return sequential(maxPool(3), residual(conv3x3(8))); }")
                    .compile()))
        .isEmpty();
  }

  @Test
  void aNetworkWithinAnotherWarnsOnce() {
    file(
            "test.Nets",
            """
            package test;
            import static dev.weft.dsl.Layers.*;
            import dev.weft.dsl.*;
            @Network(input = {3, 32, 32})
            interface Inner { default Layer a() { return sequential(§conv3x3(8), batchNorm()); } }
            @Network(input = {3, 32, 32})
            interface Outer { default Layer b() { return network(Inner.class); } }
            """)
        .warns(
            Code.REDUNDANT_BIAS,
            "`conv` adds a bias, which the `batchNorm` behind it takes out again");
  }

  @Test
  void aStageThatAStageCallsStandsTwice() {
    String headline =
        "`block1` is a stage of its own already, its layers stand in the network twice";
    String members =
        "default Layer block1() { return conv3x3(8); }\n"
            + "default Layer features() { return residual(%s).project(); }";
    String text = network(members.formatted("§block1()")).warns(Code.REPEATED_STAGE, headline);
    assertThat(text.lines().skip(1))
        .containsExactly(
            "    in features",
            "    fix: make it a helper, which only its callers use: static Layer block1()",
            "     or: the same for one that needs `this`: private Layer block1()");
    network(members.formatted("this§.block1()")).warns(Code.REPEATED_STAGE, headline);
    network(members.formatted("withChannels(in -> §block1())"))
        .warns(Code.REPEATED_STAGE, headline);
    network(
            "@SuppressWarnings(\"weft:repeated-stage\") default Layer features() { return block1(); }"
                + " default Layer block1() { return conv3x3(8); }")
        .isSilent();
    assertThat(network(members.formatted("block1()")).with("-Aweft.warnings=error").errors())
        .hasSize(1);
    network("default Layer a() { return b(); } private Layer b() { return conv3x3(8); }")
        .isSilent();
  }

  @Test
  void aStageOfASuperinterfaceMayBeExtended() {
    String base = "interface Base { default Layer stem() { return conv3x3(8); } }";
    String header =
        "package test; import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;\n"
            + "@Network(input = {3, 8, 8}) interface Net extends Base { default Layer ";
    file("test.Net", header + "stem() { return sequential(Base.super.stem(), relu()); } }")
        .besides("Base", base)
        .isSilent();
    assertThat(
            file("test.Net", header + "head() { return sequential(§stem(), relu()); } }")
                .besides("Base", base)
                .warns(
                    Code.REPEATED_STAGE,
                    "`stem` is a stage of its own already, its layers stand in the network twice"))
        .contains("make it static, so that only its callers use it, and call Base.stem()");
  }
}
