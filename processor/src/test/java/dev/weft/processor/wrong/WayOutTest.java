package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Declaration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages about shapes name a way out, and who takes it has no mistake left. */
final class WayOutTest {
  @Test
  void aKernelFarLargerThanItsInputIsToldTheLargestThatFits() {
    assertThat(
            network("@Conv(filters = 8, kernel = §100) Layer a();")
                .failsAndMends(
                    Code.KERNEL_LARGER_THAN_INPUT,
                    "the 100x100 kernel is larger than the 32x32 input"))
        .contains("fix: take a smaller kernel, at most 32x32: kernel = 32 ")
        .contains(" or: give the network an input of at least 100x100")
        .doesNotContain("padding")
        .doesNotContain("shrink");
    network("3, 32, 30", "default Layer a() { return §separableConv(8, 33).stride(2); }")
        .failsAndMends(
            Code.KERNEL_LARGER_THAN_INPUT, "the 33x33 kernel is larger than the 32x30 input");
    network("default Layer a() { return §conv(8, 1, 33).stride(2).noBias(); }")
        .failsAndMends(
            Code.KERNEL_LARGER_THAN_INPUT, "the 1x33 kernel is larger than the 32x32 input");
    network("@DepthwiseConv(kernel = §{40, 3}) Layer a();")
        .failsAndMends(
            Code.KERNEL_LARGER_THAN_INPUT, "the 40x3 kernel is larger than the 32x32 input");
  }

  @Test
  void aPoolingLargerThanItsInputIsToldToPoolTheWholeImage() {
    assertThat(
            network("default Layer a() { return sequential(maxPool(4), §avgPool(9)); }")
                .failsAndMends(
                    Code.KERNEL_LARGER_THAN_INPUT, "the 9x9 kernel is larger than the 8x8 input"))
        .contains("fix: pool the whole image: globalAvgPool()")
        .contains(" or: take a smaller kernel, at most 8x8: avgPool(8)")
        .contains(" or: shrink the input less before, where a.0 has stride 4");
    assertThat(
            network("@AvgPool(kernel = §33) Layer a();")
                .failsAndMends(
                    Code.KERNEL_LARGER_THAN_INPUT,
                    "the 33x33 kernel is larger than the 32x32 input"))
        .contains("fix: pool the whole image: @GlobalAvgPool");
    assertThat(
            network("@GlobalAvgPool Layer a(); @MaxPool(kernel = §2) Layer b();")
                .fails(
                    Code.KERNEL_LARGER_THAN_INPUT, "the 2x2 kernel is larger than the 1x1 input"))
        .contains("fix: leave it out, a single pixel needs no pooling");
  }

  @Test
  void theLayersThatShrankTheInputAreNamed() {
    assertThat(
            network(
                    "@Conv(filters = 8, kernel = 3, stride = 2, padding = 1) Layer c();"
                        + " @MaxPool(kernel = 8) @Relu Layer p();"
                        + " @Conv(filters = 8, kernel = §3) Layer d();")
                .failsAndMends(
                    Code.KERNEL_LARGER_THAN_INPUT, "the 3x3 kernel is larger than the 2x2 input"))
        .contains("fix: pad the input: padding = 1      2x2 pixels come out")
        .contains(" or: shrink the input less before, where c has stride 2, p.0 has stride 8");
  }

  @Test
  void allUnpaddedConvolutionsOfABodyAreToldToPad() {
    assertThat(
            network("default Layer a() { return §residual(conv(3, 3), relu(), conv(3, 3)); }")
                .fails(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 3x32x32, but the body produces 3x28x28"))
        .contains("fix: keep 32x32: give conv0 and conv2 .padding(1)");
    network(
            "default Layer a() {"
                + " return residual(conv(3, 3).padding(1), relu(), conv(3, 3).padding(1)); }")
        .isRight();
    assertThat(
            network("default Layer a() { return §residual(conv(3, 5), conv(3, 1, 3)); }")
                .fails(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 3x32x32, but the body produces 3x28x26"))
        .contains("fix: keep 32x32: give conv0 .padding(2), conv1 .padding(0, 1)");
  }

  @Test
  void aShortcutOfItsOwnIsToldToFollowTheBody() {
    assertThat(
            network(
                    "default Layer a() { return residual(conv3x3(8).stride(2), relu())"
                        + "§.shortcut(conv1x1(8)); }")
                .failsAndMends(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 8x32x32, but the body produces 8x16x16"))
        .contains("fix: let the shortcut follow the body: .shortcut(conv1x1(8).stride(2))")
        .doesNotContain("project");
    network(
            "default Layer a() { return residual(conv3x3(8).stride(2, 1))"
                + "§.shortcut(conv1x1(4).noBias().named(\"down\")).then(relu()); }")
        .failsAndMends(
            Code.SKIP_MISMATCH, "the shortcut carries 4x32x32, but the body produces 8x16x32");
    assertThat(
            network(
                    "default Layer a() { return residual(conv3x3(8).stride(2))"
                        + "§.shortcut(sequential(conv1x1(4), batchNorm())); }")
                .fails(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 4x32x32, but the body produces 8x16x16"))
        .contains(
            "fix: give conv0 of the shortcut 8 filters and the stride of the body: .stride(2)");
    network(
            "default Layer a() { return residual(conv3x3(8).stride(2))"
                + ".shortcut(sequential(conv1x1(8).stride(2), batchNorm())); }")
        .isRight();
  }

  @Test
  void aShortcutThatCannotFollowSaysWhy() {
    assertThat(
            network("default Layer a() { return residual(conv(6, 3))§.project(); }")
                .fails(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 3x32x32, but the body produces 6x30x30"))
        .contains("no 1x1 convolution takes 3x32x32 to 6x30x30")
        .contains("fix: keep 32x32 in conv0: .padding(1)");
    network("default Layer a() { return residual(conv(6, 3).padding(1)).project(); }").isRight();
    assertThat(
            network("default Layer a() { return §residual(conv(6, 3)); }")
                .fails(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 3x32x32, but the body produces 6x30x30"))
        .contains(
            "fix: keep 32x32 in conv0 with .padding(1), and project the shortcut:"
                + " residual(...).project()");
    assertThat(
            network("default Layer a() { return residual(conv3x3(2))§.zeroPad(); }")
                .failsAndMends(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 3x32x32, but the body produces 2x32x32"))
        .contains("zeros add channels, and take none away")
        .contains("fix: project the shortcut: residual(...).project()");
  }

  @Test
  void aBranchOfOtherChannelsIsToldItsFilters() {
    assertThat(
            network("default Layer a() { return §add(conv1x1(8), conv3x3(8), conv5x5(16)); }")
                .fails(
                    Code.ADD_MISMATCH, "branch 0 produces 8x32x32, but branch 2 produces 16x32x32"))
        .contains("fix: give conv2 8 filters");
    assertThat(
            network(
                    "default Layer a() { return §add(conv1x1(9), conv3x3(8), relu(), conv3x3(8)); }")
                .fails(
                    Code.ADD_MISMATCH,
                    "branch 1 produces 8x32x32, but branch 0 produces 9x32x32 and branch 2"
                        + " produces 3x32x32"))
        .contains("fix: let all of them agree");
    assertThat(
            network("default Layer a() { return §add(identity(), conv(8, 3)); }")
                .fails(
                    Code.ADD_MISMATCH, "branch 0 produces 3x32x32, but branch 1 produces 8x30x30"))
        .contains("fix: give conv1 3 filters, and keep 32x32 in conv1 with .padding(1)");
    network("default Layer a() { return add(identity(), conv(3, 3).padding(1)); }").isRight();
    assertThat(
            network(
                    "@Conv(filters = 8, kernel = 1) Layer a(); @Conv(filters = 9, kernel = 1) Layer b();"
                        + " @From(value = {\"a\", §\"b\"}, join = Join.ADD) @Relu Layer c();")
                .fails(Code.ADD_MISMATCH, "a produces 8x32x32, but b produces 9x32x32"))
        .contains("fix: give b 8 filters");
  }

  @Test
  void allWrongBranchesAreInOneMessage() {
    assertThat(
            network(
                    "default Layer a() { return §concat(conv1x1(8), conv(8, 3), conv5x5(8),"
                        + " sequential(maxPool(3), conv1x1(8))); }")
                .fails(
                    Code.CONCAT_MISMATCH,
                    "branch 0 produces 8x32x32, but branch 1 produces 8x30x30 and branch 3"
                        + " produces 8x10x10"))
        .contains("fix: keep 32x32: give conv1 .padding(1), maxPool0 .stride(1).padding(1)");
    network(
            "default Layer a() { return concat(conv1x1(8), conv(8, 3).padding(1), conv5x5(8),"
                + " sequential(maxPool(3).stride(1).padding(1), conv1x1(8))); }")
        .isRight();
  }

  @Test
  void stridesAndPaddingsOfAllBranchesAreInOneFix() {
    String mixed =
        "default Layer a() { return §concat(conv(8, 3).stride(2)%s, conv(8, 5)%s,"
            + " conv3x3(8).stride(2), maxPool(2)); }";
    assertThat(
            network(mixed.formatted("", ""))
                .fails(
                    Code.CONCAT_MISMATCH,
                    "branch 2 produces 8x16x16, but branch 0 produces 8x15x15 and branch 1 produces"
                        + " 8x28x28"))
        .contains("fix: make 16x16: give conv0 .padding(1), conv1 .stride(2).padding(2)")
        .doesNotContain(" or: ");
    network(mixed.formatted(".padding(1)", ".stride(2).padding(2)")).isRight();
    String two = "default Layer a() { return §concat(conv1x1(8)%s, conv(8, 5).stride(2)%s); }";
    assertThat(
            network(two.formatted("", ""))
                .fails(
                    Code.CONCAT_MISMATCH,
                    "branch 0 produces 8x32x32, but branch 1 produces 8x14x14"))
        .contains("fix: keep 32x32 in conv1: .stride(1).padding(2)")
        .contains(" or: make 16x16: give conv0 .stride(2), conv1 .padding(2)");
    network(two.formatted("", ".stride(1).padding(2)")).isRight();
    network(two.formatted(".stride(2)", ".padding(2)")).isRight();
    String up =
        "default Layer a() { return §concat(relu(),"
            + " sequential(maxPool(2), conv3x3(4), transposedConv(8, 2)%s)); }";
    assertThat(
            network(up.formatted(""))
                .fails(
                    Code.CONCAT_MISMATCH,
                    "branch 0 produces 3x32x32, but branch 1 produces 8x17x17"))
        .contains("fix: keep 32x32 in transposedConv2: .stride(2)");
    network(up.formatted(".stride(2)")).isRight();
  }

  @Test
  void aPoolingToAChosenSizeIsNoWayToAnother() {
    String pooled =
        "default Layer a() { return §concat(conv3x3(8).stride(4)%s,"
            + " sequential(conv3x3(8).stride(2), adaptiveAvgPool(16))); }";
    assertThat(
            network(pooled.formatted(""))
                .fails(
                    Code.CONCAT_MISMATCH, "branch 0 produces 8x8x8, but branch 1 produces 8x16x16"))
        .contains("fix: make 16x16 in conv0: .stride(2)")
        .doesNotContain(" or: ");
    network(pooled.formatted(".stride(2)")).isRight();
    assertThat(
            network(
                    "default Layer a() { return sequential(conv3x3(8),"
                        + " §residual(conv(8, 3), adaptiveAvgPool(30))); }")
                .fails(
                    Code.SKIP_MISMATCH,
                    "the shortcut carries 8x32x32, but the body produces 8x30x30"))
        .contains("fix: let the body end in 8x32x32, the shape of the shortcut")
        .doesNotContain(".padding");
  }

  @Test
  void filtersAreGivenAsTheCallThatHasThem() {
    assertThat(
            network(
                    "default Layer a() { return §add(conv3x3(8).noBias(), separableConv(6, 3)"
                        + ".padding(1)); }")
                .failsAndMends(
                    Code.ADD_MISMATCH, "branch 0 produces 8x32x32, but branch 1 produces 6x32x32"))
        .contains("fix: give separableConv1 8 filters: separableConv(8, 3) (Net.java:9)");
    network(
            "default Layer a() { return add(conv3x3(8).noBias(), separableConv(8, 3).padding(1)); }")
        .isRight();
    assertThat(
            network("default Layer a() { int n = 6; return §add(conv3x3(8), conv3x3(n)); }")
                .failsAndMends(
                    Code.ADD_MISMATCH, "branch 0 produces 8x32x32, but branch 1 produces 6x32x32"))
        .contains("fix: give conv1 8 filters (Net.java:9)");
    assertThat(
            network(
                    "@Dense(8) Layer a(); @Dense(9) Layer b();"
                        + " @From(value = {\"a\", §\"b\"}, join = Join.ADD) @Relu Layer c();")
                .fails(Code.ADD_MISMATCH, "a produces 8, but b produces 9"))
        .contains("fix: give b 8 features: value = 8 (Net.java:9)");
  }

  @Test
  void vectorsAndImagesJoinAsVectors() {
    assertThat(
            network("default Layer a() { return §concat(dense(10), conv3x3(4)); }")
                .fails(Code.CONCAT_MISMATCH, "branch 0 produces 10, but branch 1 produces 4x32x32"))
        .contains("fix: let branch 1 end in flatten()");
    network("default Layer a() { return concat(dense(10), sequential(conv3x3(4), flatten())); }")
        .isRight();
    assertThat(
            network("default Layer a() { return §add(dense(10), conv3x3(4)); }")
                .fails(Code.ADD_MISMATCH, "branch 0 produces 10, but branch 1 produces 4x32x32"))
        .contains("fix: let branch 1 end in dense(10)");
  }

  @Test
  void aWrongNormHidesNothingBehindIt() {
    Declaration two =
        network(
            "default Layer a() { return sequential(conv3x3(8), groupNorm(3), relu(),"
                + " channelShuffle(5), batchNorm(9), conv(8, 33), conv3x3(6).groups(4)); }");
    assertThat(two.errors())
        .extracting(error -> error.getMessage(null).lines().findFirst().orElseThrow())
        .containsExactly(
            "[weft:groups-do-not-divide] 3 groups do not divide the 8 channels",
            "[weft:groups-do-not-divide] 5 groups do not divide the 8 channels",
            "[weft:expect-mismatch] `batchNorm` declares 9 channels, but gets 8",
            "[weft:kernel-larger-than-input] the 33x33 kernel is larger than the 32x32 input",
            "[weft:groups-do-not-divide] 4 groups do not divide the 6 filters");
  }

  @Test
  void aDeclaredNumberThatFitsOneCallAloneIsLeftOut() {
    String block =
        " static Layer block(int n) { return sequential(conv3x3(n), §batchNorm(%d), relu()); }";
    String headline = "`batchNorm` declares %d channels, but gets %d";
    assertThat(
            network(
                    "default Layer a() { return sequential(block(16), block(32)); }"
                        + block.formatted(16))
                .failsAndMends(Code.EXPECT_MISMATCH, headline.formatted(16, 32)))
        .endsWith(
            "fix: leave the number out: batchNorm()"
                + "      what is made here gets different inputs");
    assertThat(
            network(
                    "default Layer a() { return sequential(block(16), block(32)); }"
                        + block.formatted(8))
                .failsAndMends(Code.EXPECT_MISMATCH, headline.formatted(8, 16)))
        .contains("also in block(32)")
        .endsWith(
            "fix: leave the number out: batchNorm()"
                + "      what is made here gets different inputs");
    assertThat(
            network(
                    "default Layer a() { return sequential(block(16), block(16)); }"
                        + block.formatted(8))
                .failsAndMends(Code.EXPECT_MISMATCH, headline.formatted(8, 16)))
        .endsWith("fix: declare what it gets: batchNorm(16)");
    assertThat(
            network(
                    "default Layer a() { return repeat(3, i ->"
                        + " conv3x3(16 << i)§.inChannels(16)); }")
                .fails(Code.EXPECT_MISMATCH, "`conv` declares 16 input channels, but gets 3"))
        .endsWith("fix: leave .inChannels out      what is made here gets different inputs");
    network("default Layer a() { return repeat(3, i -> conv3x3(16 << i)); }").isRight();
  }

  @Test
  void aDeclaredNumberIsCorrectedAsItWasWritten() {
    network("@Conv(filters = 8, kernel = 3) @ExpectShape(§{8, 32, 32}) @Relu Layer a();")
        .failsAndMends(Code.EXPECT_MISMATCH, "`expect` declares 8x32x32, but gets 8x30x30");
    assertThat(
            network("@Dense(8) @ExpectShape(§9) Layer a();")
                .failsAndMends(Code.EXPECT_MISMATCH, "`expect` declares 9, but gets 8"))
        .contains("fix: declare what it gets: @ExpectShape(8)");
    network("default Layer a() { return §batchNorm(4).epsilon(1e-3); }")
        .failsAndMends(Code.EXPECT_MISMATCH, "`batchNorm` declares 4 channels, but gets 3");
    network("@BatchNorm(channels = §4, epsilon = 1e-3) Layer a();")
        .failsAndMends(Code.EXPECT_MISMATCH, "`batchNorm` declares 4 channels, but gets 3");
    network("@Conv(filters = 4, kernel = 1, inChannels = §4) Layer a();")
        .failsAndMends(Code.EXPECT_MISMATCH, "`conv` declares 4 input channels, but gets 3");
    network("@Relu Layer a(); @GroupNorm(§2) Layer b();")
        .failsAndMends(Code.GROUPS_DO_NOT_DIVIDE, "2 groups do not divide the 3 channels");
  }

  @Test
  void filtersAndKernelInTheOrderOfPyTorchAreToldSo() {
    for (String call : List.of("conv(3, 64)", "conv(3, 64, 3)")) {
      String kernel = call.equals("conv(3, 64)") ? "64x64" : "64x3";
      assertThat(
              network("default Layer a() { return §" + call + "; }")
                  .failsAndMends(
                      Code.KERNEL_LARGER_THAN_INPUT,
                      "the " + kernel + " kernel is larger than the 32x32 input"))
          .contains("fix: filters come first, then the kernel: conv(64, 3)");
    }
    assertThat(
            network("@Conv(filters = 3, kernel = §64) Layer a();")
                .failsAndMends(
                    Code.KERNEL_LARGER_THAN_INPUT,
                    "the 64x64 kernel is larger than the 32x32 input"))
        .contains("fix: filters come first, then the kernel: filters = 64, kernel = 3");
  }

  @Test
  void aDeclaredSizeIsToldWhatChangedIt() {
    assertThat(
            network("default Layer a() { return sequential(conv(64, 3), §expect(64, 32, 32)); }")
                .fails(Code.EXPECT_MISMATCH, "`expect` declares 64x32x32, but gets 64x30x30"))
        .contains("a.0 has a 3x3 window with padding 0")
        .contains("or: keep 32x32 in conv0: .padding(1) (Net.java:");
  }

  @Test
  void anInputWithItsChannelsLastIsToldSo() {
    assertThat(
            network("32, 32, 3", "default Layer a() { return conv3x3(16)§.inChannels(3); }")
                .failsAndMends(
                    Code.EXPECT_MISMATCH, "`conv` declares 3 input channels, but gets 32"))
        .contains("fix: channels come first: @Network(input = {3, 32, 32})");
    String grey =
        network("28, 28, 1", "default Layer a() { return §conv(8, 5); }")
            .fails(Code.KERNEL_LARGER_THAN_INPUT, "the 5x5 kernel is larger than the 28x1 input");
    assertThat(grey).contains("fix: channels come first: @Network(input = {1, 28, 28})");
    String sequence =
        network("64, 100, 1", "default Layer a() { return §conv(8, 5); }")
            .fails(Code.KERNEL_LARGER_THAN_INPUT, "the 5x5 kernel is larger than the 100x1 input");
    assertThat(sequence).doesNotContain("channels come first");
  }

  @Test
  void aLayerForImagesBehindAVectorIsToldWhereItBelongs() {
    assertThat(
            network(
                    "default Layer a() { return sequential(conv3x3(8), dense(10), relu(),"
                        + " §conv3x3(4)); }")
                .fails(
                    Code.INPUT_RANK,
                    "`conv` needs an input of channels x height x width, but gets a vector of 10"
                        + " features"))
        .contains("fix: move it in front of a.1 (Net.java:");
    assertThat(
            network("100", "§@MaxPool(kernel = 2) Layer a();")
                .fails(
                    Code.INPUT_RANK,
                    "`maxPool` needs an input of channels x height x width, but gets a vector of"
                        + " 100 features"))
        .contains(
            "fix: declare the input as channels, height and width: @Network(input = {1, 10, 10})"
                + "      if it is an image of 10x10 pixels");
    assertThat(
            network("3072", "default Layer a() { return §conv3x3(8); }")
                .failsAndMends(
                    Code.INPUT_RANK,
                    "`conv` needs an input of channels x height x width, but gets a vector of"
                        + " 3,072 features"))
        .contains("@Network(input = {3, 32, 32})      if it is an image of 32x32 pixels");
    assertThat(
            network("101", "default Layer a() { return §conv3x3(8); }")
                .fails(
                    Code.INPUT_RANK,
                    "`conv` needs an input of channels x height x width, but gets a vector of"
                        + " 101 features"))
        .endsWith("fix: declare the input as channels, height and width");
  }

  @Test
  void aGateOfTheWrongSizeIsToldToPoolFirst() {
    assertThat(
            network("default Layer a() { return §scaleBy(conv3x3(4).stride(2), sigmoid()); }")
                .fails(
                    Code.SCALE_MISMATCH,
                    "`scaleBy` multiplies 3x32x32, but its gate produces 4x16x16"))
        .contains("fix: give conv0 3 filters")
        .contains("let the gate begin with globalAvgPool()");
    assertThat(
            network("default Layer a() { return §scaleBy(maxPool(2)); }")
                .fails(
                    Code.SCALE_MISMATCH,
                    "`scaleBy` multiplies 3x32x32, but its gate produces 3x16x16"))
        .contains("fix: let the gate begin with globalAvgPool()");
  }

  @Test
  void whatCannotBeDividedOrCutIsToldWhatCan() {
    assertThat(
            network(
                    "default Layer a() { return sequential(conv3x3(7), relu(), §pixelShuffle(2)); }")
                .fails(
                    Code.GROUPS_DO_NOT_DIVIDE,
                    "`pixelShuffle(2)` takes channels in groups of 4, but gets 7"))
        .contains("fix: give a.0 8 filters");
    assertThat(
            network("@PixelShuffle(§2) Layer a();")
                .fails(
                    Code.GROUPS_DO_NOT_DIVIDE,
                    "`pixelShuffle(2)` takes channels in groups of 4, but gets 3"))
        .contains("fix: put conv1x1(4) in front of it");
    network("default Layer a() { return §crop(16); }")
        .failsAndMends(Code.EMPTY_OUTPUT, "a crop of 16 leaves nothing of the 32x32 input");
    network("@Crop(§20) Layer a();")
        .failsAndMends(Code.EMPTY_OUTPUT, "a crop of 20 leaves nothing of the 32x32 input");
  }
}
