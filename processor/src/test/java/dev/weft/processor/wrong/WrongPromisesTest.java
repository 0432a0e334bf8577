package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Wrong.returning;
import static dev.weft.processor.testing.Wrong.wrong;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Wrong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Declared facts, names and stages that do not hold. */
final class WrongPromisesTest {
  static Stream<Wrong> table() {
    return Wrong.table(
        returning(
            "§expect(4, 32, 32)",
            Code.EXPECT_MISMATCH,
            "`expect` declares 4x32x32, but gets 3x32x32"),
        returning(
            "§expect(3072)", Code.EXPECT_MISMATCH, "`expect` declares 3072, but gets 3x32x32"),
        returning(
            "sequential(dense(10), §expect(10, 1, 1))",
            Code.EXPECT_MISMATCH,
            "`expect` declares 10x1x1, but gets 10"),
        returning(
            "dense(4)§.inFeatures(100)",
            Code.EXPECT_MISMATCH,
            "`dense` declares 100 input features, but gets 3,072"),
        returning(
            "conv1x1(4)§.inChannels(1)",
            Code.EXPECT_MISMATCH,
            "`conv` declares 1 input channel, but gets 3"),
        returning(
            "§batchNorm(4)", Code.EXPECT_MISMATCH, "`batchNorm` declares 4 channels, but gets 3"),
        wrong(
            "@Dense(value = 4, inFeatures = §100) Layer a();",
            Code.EXPECT_MISMATCH,
            "`dense` declares 100 input features, but gets 3,072"),
        wrong(
            "@BatchNorm(channels = §4) @Relu Layer a();",
            Code.EXPECT_MISMATCH,
            "`batchNorm` declares 4 channels, but gets 3"),
        wrong(
            "@Conv(filters = 4, kernel = 1, inChannels = §4) Layer a();",
            Code.EXPECT_MISMATCH,
            "`conv` declares 4 input channels, but gets 3"),
        wrong(
            "@MaxPool(kernel = 3, stride = 2) Layer a(); §@ExpectShape({3, 16, 16}) Layer b(); @Relu Layer c();",
            Code.EXPECT_MISMATCH,
            "`expect` declares 3x16x16, but gets 3x15x15"),
        wrong(
            "default Layer a() { return sequential(block(8), block(16)); } static Layer block(int n) { return sequential(conv1x1(n), §expect(8, 32, 32)); }",
            Code.EXPECT_MISMATCH,
            "`expect` declares 8x32x32, but gets 16x32x32"),
        returning(
            "sequential(relu().named(\"a\"), relu()§.named(\"a\"))",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"a\""),
        returning(
            "sequential(sequential(relu().named(\"x\"), tanh()§.named(\"x\")).named(\"in\"))",
            Code.DUPLICATE_NAME,
            "two layers of a.in are named \"x\""),
        returning(
            "sequential(repeat(2, i -> conv1x1(3)§.named(\"c\")))",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"c\""),
        returning(
            "residual(conv1x1(3).named(\"c\")).then(relu()§.named(\"c\"))",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"c\""),
        returning(
            "§residual(conv1x1(4).named(\"shortcut\")).project()",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"shortcut\""),
        returning(
            "residual(conv1x1(4).named(\"down\")).shortcut(conv1x1(4)§.named(\"down\"))",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"down\""),
        returning(
            "concat(relu().named(\"b\"), tanh(), relu()§.named(\"b\"))",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"b\""),
        returning(
            "scaleBy(relu().named(\"g\"), sigmoid()§.named(\"g\"))",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"g\""),
        returning(
            "sequential(auxiliary(dense(2).named(\"fc\"), dense(2)§.named(\"fc\")), relu())",
            Code.DUPLICATE_NAME,
            "two layers of a.0 are named \"fc\""),
        returning(
            "add(conv1x1(3).named(\"p\" + 1), conv1x1(3)§.named(\"p\" + (2 - 1)))",
            Code.DUPLICATE_NAME,
            "two layers of a are named \"p1\""),
        returning("§sequential()", Code.EMPTY_NETWORK, "`sequential` contains no layer"),
        returning("§residual()", Code.EMPTY_NETWORK, "`residual` contains no layer"),
        returning(
            "sequential(§scaleBy(), relu())", Code.EMPTY_NETWORK, "`scaleBy` contains no layer"),
        returning(
            "sequential(relu(), §auxiliary())",
            Code.EMPTY_NETWORK,
            "`auxiliary` contains no layer"),
        wrong(
            "default Layer a() { return block(new Layer[0]); } static Layer block(Layer... layers) { return sequential(relu(), §sequential(layers)); }",
            Code.EMPTY_NETWORK,
            "`sequential` contains no layer"),
        returning(
            "concat(§residual(), relu())", Code.EMPTY_NETWORK, "`residual` contains no layer"),
        wrong(
            "@Relu Layer a(); @From(§\"imput\") @Relu Layer b();",
            Code.UNKNOWN_STAGE,
            "the stage `b` reads `imput`, but there is no such stage"),
        wrong(
            "@Relu Layer a(); @From(§\"b\") @Relu Layer b();",
            Code.UNKNOWN_STAGE,
            "the stage `b` reads itself"),
        wrong(
            "@Relu Layer a(); @From({\"a\", §\"a1\"}) default Layer b() { return relu(); }",
            Code.UNKNOWN_STAGE,
            "the stage `b` reads `a1`, but there is no such stage"),
        wrong(
            "@Relu Layer a(); @From({\"a\", \"input\"}) @Relu §@Conv(filters = 4, kernel = 64) Layer b();",
            Code.KERNEL_LARGER_THAN_INPUT,
            "the 64x64 kernel is larger than the 32x32 input"),
        wrong(
            "default Layer a() { return §maxPool(2); } @From(\"input\") @Relu Layer b();",
            Code.UNUSED_STAGE,
            "nothing reads the stage `a`"),
        wrong(
            "@Relu Layer a(); §@Conv(filters = 3, kernel = 1) Layer b(); @From(\"a\") @Relu Layer c();",
            Code.UNUSED_STAGE,
            "nothing reads the stage `b`"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void isOneErrorAtItsPlace(Wrong row) {
    row.assertReported();
  }
}
