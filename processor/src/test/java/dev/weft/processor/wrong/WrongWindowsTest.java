package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Wrong.returning;
import static dev.weft.processor.testing.Wrong.wrong;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Wrong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that do not fit their input. */
final class WrongWindowsTest {
  static Stream<Wrong> table() {
    return Wrong.table(
        returning(
            "§conv(4, 33)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 33x33 kernel is larger than the 32x32 input"),
        returning(
            "§conv(4, 40).padding(3)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 40x40 kernel is larger than the 32x32 input, padded by 3 to 38x38"),
        returning(
            "§conv(4, 40).padding(1, 2, 3, 4).noBias()",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 40x40 kernel is larger than the 32x32 input, padded by (1, 2, 3, 4) to 36x38"),
        returning(
            "conv(4, 3)§.dilation(16)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 3x3 kernel at dilation 16, which covers 33x33, is larger than the 32x32 input"),
        returning(
            "§conv(4, 35).dilation(2)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 35x35 kernel at dilation 2, which covers 69x69, is larger than the 32x32 input"),
        returning(
            "§conv(4, 1, 33)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 1x33 kernel is larger than the 32x32 input"),
        returning(
            "§maxPool(33)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 33x33 kernel is larger than the 32x32 input"),
        returning(
            "maxPool(2)§.dilation(40)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 2x2 kernel at dilation 40, which covers 41x41, is larger than the 32x32 input"),
        returning(
            "§avgPool(17, 33)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 17x33 kernel is larger than the 32x32 input"),
        returning(
            "§depthwiseConv(33)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 33x33 kernel is larger than the 32x32 input"),
        returning(
            "§separableConv(4, 33)",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 33x33 kernel is larger than the 32x32 input"),
        returning(
            "§maxPool(40).stride(2).ceilMode()",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 40x40 kernel is larger than the 32x32 input"),
        wrong(
            "@Conv(filters = 4, kernel = §33) Layer a();",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 33x33 kernel is larger than the 32x32 input"),
        wrong(
            "@Conv(filters = 4, kernel = 3, dilation = §16) Layer a();",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 3x3 kernel at dilation 16, which covers 33x33, is larger than the 32x32 input"),
        wrong(
            "@GlobalAvgPool Layer p(); @Relu @MaxPool(kernel = §2) Layer q();",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 2x2 kernel is larger than the 1x1 input"),
        returning(
            "repeat(6, i -> sequential(conv3x3(8), §maxPool(2)))",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 2x2 kernel is larger than the 1x1 input"),
        returning(
                "sequential(globalAvgPool(), §conv(Sizes.WIDE, Sizes.WIDE))",
                Code.KERNEL_LARGER_THAN_INPUT,
                "the 5x5 kernel is larger than the 1x1 input")
            .besides("Sizes", "interface Sizes { int WIDE = 2 + 3; }"),
        returning(
            "concat(identity(), sequential(subsample(8), §conv(3, 5), upsample(8)))",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 5x5 kernel is larger than the 4x4 input"),
        returning("§crop(16)", Code.EMPTY_OUTPUT, "a crop of 16 leaves nothing of the 32x32 input"),
        returning(
            "§crop(0, 20, 0, 12)",
            Code.EMPTY_OUTPUT,
            "a crop of (0, 20, 0, 12) leaves nothing of the 32x32 input"),
        wrong(
            "@Crop(§{1, 16}) Layer a();",
            Code.EMPTY_OUTPUT,
            "a crop of 1x16 leaves nothing of the 32x32 input"),
        returning(
            "transposedConv(4, 2)§.padding(20)",
            Code.EMPTY_OUTPUT,
            "a padding of 20 leaves nothing of the output, which would be -7x-7"),
        wrong(
            "@TransposedConv(filters = 4, kernel = 2, padding = §{0, 20}) Layer a();",
            Code.EMPTY_OUTPUT,
            "a padding of 0x20 leaves nothing of the output, which would be 33x-7"),
        returning(
            "conv3x3(4)§.groups(2)",
            Code.GROUPS_DO_NOT_DIVIDE,
            "2 groups do not divide the 3 input channels"),
        returning(
            "conv3x3(4)§.groups(3)",
            Code.GROUPS_DO_NOT_DIVIDE,
            "3 groups do not divide the 4 filters"),
        returning(
            "conv1x1(1)§.groups(3)",
            Code.GROUPS_DO_NOT_DIVIDE,
            "3 groups do not divide the 1 filter"),
        returning(
            "transposedConv(4, 2)§.groups(2)",
            Code.GROUPS_DO_NOT_DIVIDE,
            "2 groups do not divide the 3 input channels"),
        returning(
            "§groupNorm(2)", Code.GROUPS_DO_NOT_DIVIDE, "2 groups do not divide the 3 channels"),
        returning(
            "§channelShuffle(2)",
            Code.GROUPS_DO_NOT_DIVIDE,
            "2 groups do not divide the 3 channels"),
        returning(
            "§pixelShuffle(2)",
            Code.GROUPS_DO_NOT_DIVIDE,
            "`pixelShuffle(2)` takes channels in groups of 4, but gets 3"),
        wrong(
            "@Conv(filters = 4, kernel = 3, groups = §2) Layer a();",
            Code.GROUPS_DO_NOT_DIVIDE,
            "2 groups do not divide the 3 input channels"),
        wrong(
            "@GroupNorm(§32) Layer a();",
            Code.GROUPS_DO_NOT_DIVIDE,
            "32 groups do not divide the 3 channels"),
        wrong(
            "@ChannelShuffle(§2) Layer a();",
            Code.GROUPS_DO_NOT_DIVIDE,
            "2 groups do not divide the 3 channels"),
        wrong(
            "@PixelShuffle(§2) Layer a();",
            Code.GROUPS_DO_NOT_DIVIDE,
            "`pixelShuffle(2)` takes channels in groups of 4, but gets 3"),
        wrong(
            "default Layer a() { return sequential(conv1x1(24), unit(24, 3), unit(40, 3)); } static Layer unit(int channels, int groups) { return sequential(conv1x1(channels)§.groups(groups), channelShuffle(1)); }",
            Code.GROUPS_DO_NOT_DIVIDE,
            "3 groups do not divide the 40 filters"),
        returning(
                "§conv1x1(4)",
                Code.INPUT_RANK,
                "`conv` needs an input of channels x height x width, but gets a vector of 8 features")
            .on("8"),
        returning(
            "sequential(flatten(), §maxPool(2))",
            Code.INPUT_RANK,
            "`maxPool` needs an input of channels x height x width, but gets a vector of 3,072 features"),
        wrong(
            "@Dense(10) Layer a(); §@GlobalAvgPool Layer b();",
            Code.INPUT_RANK,
            "`globalAvgPool` needs an input of channels x height x width, but gets a vector of 10 features"),
        returning(
            "scaleBy(dense(3), §conv1x1(3))",
            Code.INPUT_RANK,
            "`conv` needs an input of channels x height x width, but gets a vector of 3 features"),
        returning(
            "residual(flatten(), §upsample(2))",
            Code.INPUT_RANK,
            "`upsample` needs an input of channels x height x width, but gets a vector of 3,072 features"),
        returning(
                "sequential(dense(64), relu(), §transposedConv(8, 4))",
                Code.INPUT_RANK,
                "`transposedConv` needs an input of channels x height x width, but gets a vector of 64 features")
            .on("16"),
        wrong(
            "@Dense(1) Layer a(); default Layer b() { return §adaptiveAvgPool(2); }",
            Code.INPUT_RANK,
            "`adaptiveAvgPool` needs an input of channels x height x width, but gets a vector of 1 feature"),
        returning(
            "sequential(dense(4), auxiliary(§avgPool(2), dense(2)), relu())",
            Code.INPUT_RANK,
            "`avgPool` needs an input of channels x height x width, but gets a vector of 4 features"),
        wrong(
            "@Dense(8) Layer a(); @From({\"a\", \"a\"}) default Layer b() { return §instanceNorm(); }",
            Code.INPUT_RANK,
            "`instanceNorm` needs an input of channels x height x width, but gets a vector of 16 features"),
        returning(
            "§upsample(32_768)",
            Code.TOO_LARGE,
            "`upsample` on 3x32x32 has an output of 3x1048576x1048576, which no array can hold"),
        returning(
            "§dense(16_000_000)",
            Code.TOO_LARGE,
            "`dense` on 3072 has a weight of 16000000x3072, which no array can hold"),
        returning(
            "§depthwiseConv(1).multiplier(16_777_216)",
            Code.TOO_LARGE,
            "`depthwiseConv` on 3x32x32 has an output of 50331648x32x32, which no array can hold"),
        returning(
            "concat(repeat(9, i -> §upsample(4)), conv1x1(3))",
            Code.TOO_LARGE,
            "`upsample` on 3x8192x8192 has an output of 3x32768x32768, which no array can hold"),
        wrong(
            "default Layer a() { return repeat(20, i -> §upsample(2)); }",
            Code.TOO_LARGE,
            "`upsample` on 3x16384x16384 has an output of 3x32768x32768, which no array can hold"),
        returning(
            "repeat(20, i -> §concat(identity(), identity()))",
            Code.TOO_LARGE,
            "`concat` on 1572864x32x32 has an output of 3145728x32x32, which no array can hold"),
        returning(
            "§separableConv(16_000_000, 1)",
            Code.TOO_LARGE,
            "`separableConv` on 3x32x32 has an output of 16000000x32x32, which no array can hold"),
        returning(
            "residual(§conv1x1(16_000_000)).project()",
            Code.TOO_LARGE,
            "`conv` on 3x32x32 has an output of 16000000x32x32, which no array can hold"),
        returning(
                "maxPool(2, 1)§.dilation(2, 1).padding(SAME)",
                Code.INVALID_ARGUMENT,
                "at dilation 2x1, a window sees nothing of the 1x5 input, only padding")
            .on("3, 1, 5"),
        returning(
            "transposedConv(4, 3).stride(2).padding(SAME)§.outputPadding(1)",
            Code.INVALID_ARGUMENT,
            "an output padding of 1 is declared, but SAME makes the output as large as the input times the stride"),
        returning(
            "transposedConv(4, 2).stride(2)§.outputPadding(2)",
            Code.INVALID_ARGUMENT,
            "the output padding must be below the stride or the dilation, but is 2 for a stride of 2"),
        wrong(
            "@TransposedConv(filters = 4, kernel = 3, stride = 2, outputPadding = §{1, 3}) Layer a();",
            Code.INVALID_ARGUMENT,
            "the output padding must be below the stride or the dilation, but is 1x3 for a stride of 2"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void isOneErrorAtItsPlace(Wrong row) {
    row.assertReported();
  }
}
