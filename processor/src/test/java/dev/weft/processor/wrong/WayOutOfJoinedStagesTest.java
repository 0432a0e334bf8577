package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** Messages about where stages read name a way out, and who takes it has no mistake left. */
final class WayOutOfJoinedStagesTest {
  @Test
  void aTransposedConvolutionOfAnOddSizeIsToldItsOutputPadding() {
    String up = "default Layer up() { return transposedConv(8, 2).stride(2)%s; }";
    String join = "@From({\"d1\", §\"up\"}) default Layer l() { return relu(); }";
    String down = "default Layer d1() { return conv3x3(8); } @MaxPool(kernel = 2) Layer d2(); ";
    assertThat(
            network("1, 101, 101", down + up.formatted("") + join)
                .fails(Code.CONCAT_MISMATCH, "d1 produces 8x101x101, but up produces 8x100x100"))
        .contains("fix: let up make 101x101: .outputPadding(1) (Net.java:9)")
        .contains(
            " or: take an input whose height and width are multiples of 2      such as 102x102")
        .contains(
            " or: join a crop of d1 in its place:"
                + " @From(\"d1\") @Crop({0, 0, 1, 1}) Layer d1Cropped();");
    network("1, 101, 101", down + up.formatted(".outputPadding(1)") + join).isRight();
    network("1, 102, 102", down + up.formatted("") + join).isRight();
    network(
            "1, 101, 101",
            down
                + up.formatted("")
                + "@From(\"d1\") @Crop({0, 0, 1, 1}) Layer d1Cropped();"
                + " @From({\"d1Cropped\", \"up\"}) default Layer l() { return relu(); }")
        .isRight();
    assertThat(
            network(
                    "1, 51, 51",
                    down
                        + "@TransposedConv(filters = 8, kernel = 2, stride = 2) Layer up(); "
                        + join)
                .fails(Code.CONCAT_MISMATCH, "d1 produces 8x51x51, but up produces 8x50x50"))
        .contains("fix: let up make 51x51: outputPadding = 1 (Net.java:9)");
  }

  @Test
  void aTransposedConvolutionIsToldTheStrideThatFits() {
    String down = "default Layer d1() { return conv3x3(8); } @MaxPool(kernel = 2) Layer d2(); ";
    String join = " @From({\"d1\", §\"up\"}) default Layer l() { return relu(); }";
    String plain = down + "default Layer up() { return transposedConv(8, 2)%s; }" + join;
    assertThat(
            network(plain.formatted(""))
                .fails(Code.CONCAT_MISMATCH, "d1 produces 8x32x32, but up produces 8x17x17"))
        .contains("fix: let up make 32x32: .stride(2) (Net.java:9)");
    network(plain.formatted(".stride(2)")).isRight();
    String annotated = down + "@TransposedConv(filters = 8, kernel = 3%s) Layer up();" + join;
    assertThat(
            network(annotated.formatted(""))
                .fails(Code.CONCAT_MISMATCH, "d1 produces 8x32x32, but up produces 8x18x18"))
        .contains(
            "fix: let up make 32x32: stride = 2, padding = 1, outputPadding = 1 (Net.java:9)");
    assertThat(
            network(annotated.formatted(", stride = 2"))
                .fails(Code.CONCAT_MISMATCH, "d1 produces 8x32x32, but up produces 8x33x33"))
        .contains("fix: let up make 32x32: padding = 1, outputPadding = 1 (Net.java:9)")
        .contains(" or: join a crop of up in its place: ");
    network(annotated.formatted(", stride = 2, padding = 1, outputPadding = 1")).isRight();
    String same =
        down + "default Layer up() { return transposedConv(8, 3)%s.padding(SAME); }" + join;
    assertThat(
            network(same.formatted(""))
                .fails(Code.CONCAT_MISMATCH, "d1 produces 8x32x32, but up produces 8x16x16"))
        .contains(": .stride(2) (Net.java:9)");
    network(same.formatted(".stride(2)")).isRight();
  }

  @Test
  void aStageThatIsUpsampledTooLittleIsToldWhichItFits() {
    String stages =
        "default Layer d1() { return conv3x3(8); }"
            + " default Layer d2() { return sequential(maxPool(2), conv3x3(16)); }"
            + " default Layer d3() { return sequential(maxPool(2), conv3x3(16)); }"
            + " @TransposedConv(filters = 8, kernel = 2, stride = 2) Layer up(); ";
    assertThat(
            network(stages + "@From({\"d1\", §\"up\"}) @Relu Layer l();")
                .fails(Code.CONCAT_MISMATCH, "d1 produces 8x32x32, but up produces 8x16x16"))
        .contains("fix: join up with d2: @From({\"d2\", \"up\"})      which is 16x16 as well")
        .contains(" or: put upsample(2) behind up");
    network(stages + "@From({\"d2\", \"up\"}) @Relu Layer l();").isRight();
    network(stages + "@Upsample(2) Layer up2(); @From({\"d1\", \"up2\"}) @Relu Layer l();")
        .isRight();
  }

  private static String uNet(String up2, String dec2, String up1, String dec1) {
    return ("default Layer enc1() { return conv3x3(16); }"
            + " default Layer p1() { return maxPool(2); }"
            + " default Layer enc2() { return conv3x3(32); }"
            + " default Layer bottom() { return sequential(maxPool(2), conv3x3(64)); }"
            + " default Layer up2() { return %s; }"
            + " @From(%s) default Layer dec2() { return conv3x3(32); }"
            + " default Layer up1() { return %s; }"
            + " @From(%s) default Layer dec1() { return conv3x3(16); }")
        .formatted(up2, dec2, up1, dec1);
  }

  @Test
  void skipsThatAreSwappedAreSwappedBack() {
    String up2 = "transposedConv(32, 2).stride(2)";
    String up1 = "transposedConv(16, 2).stride(2)";
    assertThat(
            network(uNet(up2, "{\"enc1\", §\"up2\"}", up1, "{\"enc2\", \"up1\"}"))
                .fails(Code.CONCAT_MISMATCH, "enc1 produces 16x32x32, but up2 produces 32x16x16"))
        .contains(
            "fix: swap enc1 and enc2: @From({\"enc2\", \"up2\"}) here,"
                + " @From({\"enc1\", \"up1\"}) at dec1");
    network(uNet(up2, "{\"enc2\", \"up2\"}", up1, "{\"enc1\", \"up1\"}")).isRight();
    // What shows in the channels of the other stage as well is one mistake.
    assertThat(
            network(
                    uNet(
                        "sequential(upsample(2), conv1x1(32))",
                        "value = {\"enc1\", §\"up2\"}, join = Join.ADD",
                        "sequential(upsample(2), conv1x1(16))",
                        "value = {\"enc2\", \"up1\"}, join = Join.ADD"))
                .fails(Code.ADD_MISMATCH, "enc1 produces 16x32x32, but up2 produces 32x16x16"))
        .contains(
            "fix: swap enc1 and enc2: @From(value = {\"enc2\", \"up2\"}, join = Join.ADD) here, ");
  }

  @Test
  void theStageThatLeavesNothingElseToMendIsTheOneThatWasMeant() {
    String up2 = "transposedConv(32, 2).stride(2)";
    String up1 = "transposedConv(16, 2).stride(2)";
    // Of p1 and enc2, which are of the same size, the one with the channels of up2.
    assertThat(
            network(uNet(up2, "{\"enc1\", §\"up2\"}", up1, "{\"enc1\", \"up1\"}"))
                .failsAndMends(
                    Code.CONCAT_MISMATCH, "enc1 produces 16x32x32, but up2 produces 32x16x16"))
        .contains(
            "fix: join up2 with enc2: @From({\"enc2\", \"up2\"})      which is 16x16 as well");
    // The stage that nothing read is no mistake of its own.
    assertThat(
            network(uNet(up2, "{\"enc2\", \"up2\"}", up1, "{\"enc1\", §\"up2\"}"))
                .fails(Code.CONCAT_MISMATCH, "enc1 produces 16x32x32, but up2 produces 32x16x16"))
        .contains(
            "fix: join enc1 with up1: @From({\"enc1\", \"up1\"})      which is 32x32 as well");
  }

  @Test
  void aStageThatIsUpsampledTooMuchIsToldTheFactor() {
    String dec2 = "{\"enc2\", §\"up2\"}";
    assertThat(
            network(uNet("upsample(4)", dec2, "upsample(2)", "{\"enc1\", \"up1\"}"))
                .fails(Code.CONCAT_MISMATCH, "enc2 produces 32x16x16, but up2 produces 64x32x32"))
        .contains("fix: let up2 make 16x16: upsample(2) (Net.java:9)")
        .doesNotContain("behind");
    network(uNet("upsample(2)", "{\"enc2\", \"up2\"}", "upsample(2)", "{\"enc1\", \"up1\"}"))
        .isRight();
    assertThat(
            network(
                    uNet("relu()", dec2, "upsample(2)", "{\"enc1\", \"up1\"}")
                        .replace(
                            "default Layer up2() { return relu(); }", "@Upsample(4) Layer up2();"))
                .fails(Code.CONCAT_MISMATCH, "enc2 produces 32x16x16, but up2 produces 64x32x32"))
        .contains("fix: let up2 make 16x16: @Upsample(2) (Net.java:9)");
  }

  @Test
  void theInputThatAllStridesDivideIsProposedWhereItHelps() {
    String stages =
        "default Layer d1() { return conv3x3(8); } @MaxPool(kernel = 2) Layer d2();"
            + " @MaxPool(kernel = 2) Layer d3(); @Upsample(2) Layer up();"
            + " @From({\"d2\", §\"up\"}) @Relu Layer l();";
    assertThat(
            network("1, 50, 50", stages)
                .fails(Code.CONCAT_MISMATCH, "d2 produces 8x25x25, but up produces 8x24x24"))
        .contains(
            "fix: take an input whose height and width are multiples of 4      such as 52x52");
    network("1, 52, 52", stages).isRight();
    assertThat(
            network("1, 52, 52", stages.replace("conv3x3(8)", "conv(8, 3)"))
                .fails(Code.CONCAT_MISMATCH, "d2 produces 8x25x25, but up produces 8x24x24"))
        .doesNotContain("multiples");
  }

  @Test
  void aStageThatReadsItselfIsToldWhatItCanRead() {
    assertThat(
            network("@Relu Layer a(); @From({\"a\", §\"b\"}) @Relu Layer b();")
                .fails(Code.UNKNOWN_STAGE, "the stage `b` reads itself"))
        .contains("fix: read the stage before it, \"a\"");
    assertThat(
            network("@Relu Layer a(); @From(§\"features\") @Relu Layer b();")
                .fails(
                    Code.UNKNOWN_STAGE,
                    "the stage `b` reads `features`, but there is no such stage"))
        .contains("fix: name one that is above it: input, a");
  }
}
