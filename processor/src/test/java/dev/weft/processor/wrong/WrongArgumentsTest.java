package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Wrong.returning;
import static dev.weft.processor.testing.Wrong.wrong;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Wrong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that a factory, a modifier or an annotation refuses. */
final class WrongArgumentsTest {
  static Stream<Wrong> table() {
    return Wrong.table(
        returning("§conv(4, 0)", Code.INVALID_ARGUMENT, "kernel must be at least 1, but is 0"),
        returning("§conv(4, 3, -1)", Code.INVALID_ARGUMENT, "kernel must be at least 1, but is -1"),
        returning(
            "conv(4, 3)§.padding(-1)",
            Code.INVALID_ARGUMENT,
            "padding must be at least 0, but is -1"),
        returning(
            "conv(4, 3)§.padding(0, 0, 0, -2)",
            Code.INVALID_ARGUMENT,
            "padding must be at least 0, but is -2"),
        returning(
            "conv(4, 3)§.dilation(0)",
            Code.INVALID_ARGUMENT,
            "dilation must be at least 1, but is 0"),
        returning(
            "conv(4, 3)§.groups(0)",
            Code.INVALID_ARGUMENT,
            "the number of groups must be at least 1, but is 0"),
        returning(
            "conv(4, 3)§.stride(1, 0)",
            Code.INVALID_ARGUMENT,
            "stride must be at least 1, but is 0"),
        returning(
            "conv(4, 3).stride(2)§.padding(40_000)",
            Code.INVALID_ARGUMENT,
            "padding must be at most 32,768, but is 40,000"),
        returning(
            "conv(4, 3)§.inChannels(0)",
            Code.INVALID_ARGUMENT,
            "the number of input channels must be at least 1, but is 0"),
        returning(
            "§conv1x1(20_000_000)",
            Code.INVALID_ARGUMENT,
            "the number of filters must be at most 16,777,216, but is 20,000,000"),
        returning("conv1x1(4)§.init(null)", Code.INVALID_ARGUMENT, "init must not be null"),
        returning("conv3x3(4)§.window(null)", Code.INVALID_ARGUMENT, "window must not be null"),
        returning("maxPool(3)§.window(null)", Code.INVALID_ARGUMENT, "window must not be null"),
        returning(
            "depthwiseConv(3)§.multiplier(0)",
            Code.INVALID_ARGUMENT,
            "the multiplier must be at least 1, but is 0"),
        returning(
            "§separableConv(-1, 3)",
            Code.INVALID_ARGUMENT,
            "the number of filters must be at least 1, but is -1"),
        returning(
            "transposedConv(4, 3)§.outputPadding(-1)",
            Code.INVALID_ARGUMENT,
            "the output padding must be at least 0, but is -1"),
        returning(
            "maxPool(3)§.padding(2)",
            Code.INVALID_ARGUMENT,
            "padding must be at most half the kernel, but is 2 for a kernel of 3x3"),
        returning(
            "avgPool(2)§.padding(0, 2)",
            Code.INVALID_ARGUMENT,
            "padding must be at most half the kernel, but is 0x2 for a kernel of 2x2"),
        returning(
            "§adaptiveAvgPool(0, 3)",
            Code.INVALID_ARGUMENT,
            "the size of the output must be at least 1, but is 0"),
        returning(
            "batchNorm()§.epsilon(0)",
            Code.INVALID_ARGUMENT,
            "epsilon must be above 0 and finite, but is 0.0"),
        returning(
            "layerNorm()§.epsilon(-1e-5)",
            Code.INVALID_ARGUMENT,
            "epsilon must be above 0 and finite, but is -1.0E-5"),
        returning(
            "batchNorm()§.momentum(1.5)",
            Code.INVALID_ARGUMENT,
            "momentum must be from 0 to 1, but is 1.5"),
        returning(
            "§batchNorm(0)",
            Code.INVALID_ARGUMENT,
            "the number of channels must be at least 1, but is 0"),
        returning(
            "§groupNorm(0)",
            Code.INVALID_ARGUMENT,
            "the number of groups must be at least 1, but is 0"),
        returning(
            "§channelShuffle(-4)",
            Code.INVALID_ARGUMENT,
            "the number of groups must be at least 1, but is -4"),
        returning(
            "§localResponseNorm(0)", Code.INVALID_ARGUMENT, "size must be at least 1, but is 0"),
        returning(
            "localResponseNorm(5)§.alpha(0)",
            Code.INVALID_ARGUMENT,
            "alpha must be above 0 and finite, but is 0.0"),
        returning(
            "§dense(0)",
            Code.INVALID_ARGUMENT,
            "the number of features must be at least 1, but is 0"),
        returning(
            "dense(4)§.inFeatures(-1)",
            Code.INVALID_ARGUMENT,
            "the number of input features must be at least 1, but is -1"),
        returning(
            "§dropPath(-0.1)",
            Code.INVALID_ARGUMENT,
            "the probability to drop must be at least 0 and below 1, but is -0.1"),
        returning(
            "§dropout(0.0 / 0)",
            Code.INVALID_ARGUMENT,
            "the probability to drop must be at least 0 and below 1, but is NaN"),
        returning(
            "§leakyRelu(0)",
            Code.INVALID_ARGUMENT,
            "the slope must be above 0 and finite, but is 0.0"),
        returning("§upsample(0)", Code.INVALID_ARGUMENT, "the factor must be at least 1, but is 0"),
        returning(
            "§pixelShuffle(1 << 16)",
            Code.INVALID_ARGUMENT,
            "the factor must be at most 32,768, but is 65,536"),
        returning("§pad(-1)", Code.INVALID_ARGUMENT, "padding must be at least 0, but is -1"),
        returning(
            "§crop(1, -1, 1, 1)",
            Code.INVALID_ARGUMENT,
            "the border to crop must be at least 0, but is -1"),
        returning(
            "§padChannels(-1, 0)",
            Code.INVALID_ARGUMENT,
            "the number of channels before must be at least 0, but is -1"),
        returning("§subsample(0)", Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0"),
        returning(
            "auxiliary(dense(2))§.weight(-1)",
            Code.INVALID_ARGUMENT,
            "weight must be at least 0 and finite, but is -1.0"),
        returning("§expect()", Code.INVALID_ARGUMENT, "a shape needs at least one dimension"),
        returning(
            "§expect(3, 0, 4)", Code.INVALID_ARGUMENT, "a dimension must be at least 1, but is 0"),
        returning(
            "residual(relu()).shortcut(§null)",
            Code.INVALID_ARGUMENT,
            "the layer of `shortcut` is null"),
        wrong(
            "default Layer a() { Layer[] more = new Layer[2]; return residual(relu()).then(§more); }",
            Code.INVALID_ARGUMENT,
            "layer 0 of `then` is null"),
        returning(
            "relu()§.named(\"\")",
            Code.INVALID_ARGUMENT,
            "a name consists of letters, digits and underscores and does not start with a digit, but is \"\""),
        returning(
            "relu()§.named(\"1st\")",
            Code.INVALID_ARGUMENT,
            "a name consists of letters, digits and underscores and does not start with a digit, but is \"1st\""),
        returning(
            "§add(identity())", Code.INVALID_ARGUMENT, "add needs at least 2 branches, but has 1"),
        returning(
            "§repeat(-1, i -> relu())",
            Code.INVALID_ARGUMENT,
            "the number of repetitions must be at least 1, but is -1"),
        returning(
            "§repeat(2, i -> null)",
            Code.INVALID_ARGUMENT,
            "repetition 0 is null in place of a layer"),
        wrong(
            "default Layer a() { return bottleneck(8); } default Layer b() { return bottleneck(3); } static Layer bottleneck(int n) { return sequential(§conv1x1(n / 4), conv1x1(n)); }",
            Code.INVALID_ARGUMENT,
            "the number of filters must be at least 1, but is 0"),
        returning(
            "repeat(3, i -> conv3x3(8)§.stride(2 - i))",
            Code.INVALID_ARGUMENT,
            "stride must be at least 1, but is 0"),
        returning(
                "Blocks.WIDTHS.length > 1 ? relu() : §conv3x3(Blocks.WIDTHS[0] - 4)",
                Code.INVALID_ARGUMENT,
                "the number of filters must be at least 1, but is 0")
            .besides("Blocks", "class Blocks { static final int[] WIDTHS = {4}; }"),
        wrong(
            "default Layer a() { Layer l = identity(); for (int n = 4; n >= 0; n -= 2) { l = sequential(l, §dense(n)); } return l; }",
            Code.INVALID_ARGUMENT,
            "the number of features must be at least 1, but is 0"),
        wrong(
            "@Conv(filters = §0, kernel = 3) Layer a();",
            Code.INVALID_ARGUMENT,
            "the number of filters must be at least 1, but is 0"),
        wrong(
            "@Conv(filters = 4, kernel = §0) Layer a();",
            Code.INVALID_ARGUMENT,
            "kernel must be at least 1, but is 0"),
        wrong(
            "@Conv(filters = 4, kernel = 3, stride = §-1) Layer a();",
            Code.INVALID_ARGUMENT,
            "stride must be at least 1, but is -1"),
        wrong(
            "@Conv(filters = 4, kernel = 3, padding = §{1, -1}) Layer a();",
            Code.INVALID_ARGUMENT,
            "padding must be at least 0, but is -1"),
        wrong(
            "@Conv(filters = 4, kernel = §{1, 2, 3}) Layer a();",
            Code.INVALID_ARGUMENT,
            "`kernel` takes 1 number or 2, height and width, but has 3"),
        wrong(
            "@Pad(§{1, 2, 3}) Layer a();",
            Code.INVALID_ARGUMENT,
            "`value` takes 1 number, 2 (height, width) or 4 (top, left, bottom, right), but has 3"),
        wrong(
            "@Dense(Net.WIDTH §- 8) Layer a(); int WIDTH = 8;",
            Code.INVALID_ARGUMENT,
            "the number of features must be at least 1, but is 0"),
        wrong(
            "@Relu @Dropout(§1) Layer a();",
            Code.INVALID_ARGUMENT,
            "the probability to drop must be at least 0 and below 1, but is 1.0"),
        wrong(
            "@MaxPool(kernel = 3, padding = §2) Layer a();",
            Code.INVALID_ARGUMENT,
            "padding must be at most half the kernel, but is 2 for a kernel of 3x3"),
        wrong(
            "@BatchNorm(momentum = §2) Layer a();",
            Code.INVALID_ARGUMENT,
            "momentum must be from 0 to 1, but is 2.0"),
        wrong(
            "@Upsample(§0) Layer a();",
            Code.INVALID_ARGUMENT,
            "the factor must be at least 1, but is 0"),
        wrong(
            "@LeakyRelu(§-0.1) Layer a();",
            Code.INVALID_ARGUMENT,
            "the slope must be above 0 and finite, but is -0.1"),
        wrong(
            "@ExpectShape(§{3, 0, 4}) Layer a();",
            Code.INVALID_ARGUMENT,
            "a dimension must be at least 1, but is 0"),
        wrong(
            "@AdaptiveAvgPool(§{0, 2}) Layer a();",
            Code.INVALID_ARGUMENT,
            "the size of the output must be at least 1, but is 0"),
        wrong(
            "@Conv(filters = 4, kernel = 3, padding = §1, autoPad = PaddingMode.SAME) Layer a();",
            Code.INVALID_ARGUMENT,
            "`padding` and `autoPad` exclude each other"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void isOneErrorAtItsPlace(Wrong row) {
    row.assertReported();
  }
}
