package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Wrong.returning;
import static dev.weft.processor.testing.Wrong.wrong;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Wrong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths that meet with different shapes. */
final class WrongJoinsTest {
  static Stream<Wrong> table() {
    return Wrong.table(
        wrong(
            "default Layer a() { return sequential(conv1x1(8), block(8), block(16)); } static Layer block(int n) { return §residual(conv3x3(n)); }",
            Code.SKIP_MISMATCH,
            "the shortcut carries 8x32x32, but the body produces 16x32x32"),
        returning(
            "sequential(conv1x1(8), repeat(3, i -> §residual(conv3x3(8 + i / 2))))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 8x32x32, but the body produces 9x32x32"),
        returning(
            "residual(conv3x3(8))§.shortcut(conv1x1(4))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 4x32x32, but the body produces 8x32x32"),
        returning(
            "residual(upsample(2))§.project()",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 3x64x64"),
        returning(
            "sequential(conv1x1(8), residual(conv3x3(4))§.zeroPad())",
            Code.SKIP_MISMATCH,
            "the shortcut carries 8x32x32, but the body produces 4x32x32"),
        returning(
            "§residual(dense(5))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 5"),
        returning(
                "§residual(dense(4))",
                Code.SKIP_MISMATCH,
                "the shortcut carries 8, but the body produces 4")
            .on("8"),
        returning(
                "residual(dense(4))§.zeroPad()",
                Code.SKIP_MISMATCH,
                "the shortcut carries 3, but the body produces 4")
            .on("3"),
        returning(
            "§residual(conv3x3(3).stride(2))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 3x16x16"),
        returning(
            "residual(conv3x3(3)).then(§residual(conv1x1(5)))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 5x32x32"),
        returning(
            "residual(conv3x3(3), §residual(conv(3, 3)), conv3x3(3))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 3x30x30"),
        returning(
            "concat(identity(), §residual(maxPool(2)))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 3x16x16"),
        returning(
            "scaleBy(§residual(conv1x1(1)))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 1x32x32"),
        returning(
            "sequential(conv1x1(4), auxiliary(§residual(conv1x1(5)), dense(2)), relu())",
            Code.SKIP_MISMATCH,
            "the shortcut carries 4x32x32, but the body produces 5x32x32"),
        wrong(
            "default Layer a() { return block(\"wide\"); } static Layer block(String kind) { return switch (kind) { case \"wide\" -> §residual(conv3x3(64)); default -> relu(); }; }",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 64x32x32"),
        returning(
                "Blocks.block(5, 7)",
                Code.SKIP_MISMATCH,
                "the shortcut carries 3x32x32, but the body produces 3x28x26")
            .besides(
                "Blocks",
                "class Blocks { static Layer block(int height, int width) { return §residual(conv(3, height, width)); } }"),
        wrong(
            "default Layer a() { var body = conv3x3(7); return §residual(body); }",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 7x32x32"),
        wrong(
            "default Layer a() { Layer[] layers = new Layer[3]; for (int i = 0; i < 3; i++) layers[i] = conv3x3(3 + i); return §residual(layers); }",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 5x32x32"),
        returning(
                "§residual(conv3x3(64))",
                Code.SKIP_MISMATCH,
                "the shortcut carries 1x32x32, but the body produces 64x32x32")
            .on("1, 32, 32"),
        wrong(
            "default Layer a() { return stage(2, 4); } static Layer stage(int blocks, int channels) { return blocks == 0 ? relu() : sequential(§residual(conv1x1(channels)), stage(blocks - 1, channels)); }",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 4x32x32"),
        returning(
                "§add(conv3x3(64), identity())",
                Code.ADD_MISMATCH,
                "branch 0 produces 64x32x32, but branch 1 produces 1x32x32")
            .on("1, 32, 32"),
        returning(
            "§add(conv1x1(4).named(\"left\"), conv1x1(5).named(\"right\"))",
            Code.ADD_MISMATCH,
            "left produces 4x32x32, but right produces 5x32x32"),
        returning(
            "§add(conv1x1(4), conv1x1(4), maxPool(2))",
            Code.ADD_MISMATCH,
            "branch 0 produces 4x32x32, but branch 2 produces 3x16x16"),
        returning(
            "§add(dense(4), conv1x1(4))",
            Code.ADD_MISMATCH,
            "branch 0 produces 4, but branch 1 produces 4x32x32"),
        returning(
                "§add(dense(4), dense(5))",
                Code.ADD_MISMATCH,
                "branch 0 produces 4, but branch 1 produces 5")
            .on("6"),
        returning(
            "§add(globalAvgPool(), identity())",
            Code.ADD_MISMATCH,
            "branch 0 produces 3x1x1, but branch 1 produces 3x32x32"),
        wrong(
            "default Layer a() { int n = 3; Layer l = §add(conv(4, n), conv(4, n + 2)); return sequential(l, relu()); }",
            Code.ADD_MISMATCH,
            "branch 0 produces 4x30x30, but branch 1 produces 4x28x28"),
        wrong(
            "@Conv(filters = 4, kernel = 3) Layer a(); @Conv(filters = 4, kernel = 3) Layer b(); @From(value = {\"a\", §\"b\"}, join = Join.ADD) @Relu Layer c();",
            Code.ADD_MISMATCH,
            "a produces 4x30x30, but b produces 4x28x28"),
        returning(
            "§concat(conv3x3(4), conv(4, 3))",
            Code.CONCAT_MISMATCH,
            "branch 0 produces 4x32x32, but branch 1 produces 4x30x30"),
        returning(
            "§concat(conv(4, 1, 3), identity())",
            Code.CONCAT_MISMATCH,
            "branch 0 produces 4x32x30, but branch 1 produces 3x32x32"),
        returning(
            "§concat(flatten(), identity())",
            Code.CONCAT_MISMATCH,
            "branch 0 produces 3072, but branch 1 produces 3x32x32"),
        returning(
            "concat(identity(), §concat(maxPool(2), avgPool(4)))",
            Code.CONCAT_MISMATCH,
            "branch 0 produces 3x16x16, but branch 1 produces 3x8x8"),
        wrong(
            "default Layer a() { return sequential(module(1), module(2)); } static Layer module(int stride) { return §concat(conv3x3(8).stride(stride), conv5x5(4), maxPool(3).stride(1).padding(1)); }",
            Code.CONCAT_MISMATCH,
            "branch 1 produces 4x32x32, but branch 0 produces 8x16x16"),
        wrong(
                "@Conv(filters = 8, kernel = 3, padding = 1) Layer down(); @MaxPool(kernel = 2) Layer pool(); @Upsample(2) Layer up(); @From({\"up\", §\"down\"}) @Relu Layer out();",
                Code.CONCAT_MISMATCH,
                "up produces 8x32x32, but down produces 8x33x33")
            .on("3, 33, 33"),
        returning(
                "§concat(maxPool(2), maxPool(2).ceilMode())",
                Code.CONCAT_MISMATCH,
                "branch 0 produces 3x16x16, but branch 1 produces 3x17x17")
            .on("3, 33, 33"),
        returning(
            "§concat(conv(4, 2).padding(SAME), conv(4, 2).padding(1))",
            Code.CONCAT_MISMATCH,
            "branch 0 produces 4x32x32, but branch 1 produces 4x33x33"),
        returning(
            "§concat(repeat(2, i -> maxPool(2)), maxPool(2))",
            Code.CONCAT_MISMATCH,
            "branch 0 produces 3x8x8, but branch 1 produces 3x16x16"),
        returning(
            "§append(conv3x3(4).stride(2))",
            Code.CONCAT_MISMATCH,
            "the input carries 3x32x32, but the body produces 4x16x16"),
        returning(
            "§append(dense(4))",
            Code.CONCAT_MISMATCH,
            "the input carries 3x32x32, but the body produces 4"),
        returning(
            "residual(conv3x3(4).stride(2)).shortcut(conv1x1(4).stride(2))§.project()",
            Code.INVALID_ARGUMENT,
            "project() and a shortcut of your own exclude each other: choose one"),
        returning(
            "residual(conv3x3(4).stride(2)).shortcut(conv1x1(4).stride(2))§.zeroPad()",
            Code.INVALID_ARGUMENT,
            "zeroPad() and a shortcut of your own exclude each other: choose one"),
        returning("§append()", Code.EMPTY_NETWORK, "`append` contains no layer"),
        returning(
            "withChannels(in -> §residual(conv3x3(in * 2)))",
            Code.SKIP_MISMATCH,
            "the shortcut carries 3x32x32, but the body produces 6x32x32"),
        returning(
            "§scaleBy(globalAvgPool(), conv1x1(4), sigmoid())",
            Code.SCALE_MISMATCH,
            "`scaleBy` multiplies 3x32x32, but its gate produces 4x1x1"),
        returning(
            "§scaleBy(dense(4))",
            Code.SCALE_MISMATCH,
            "`scaleBy` multiplies 3x32x32, but its gate produces 4"),
        returning(
            "§scaleBy(conv3x3(1), sigmoid())",
            Code.SCALE_MISMATCH,
            "`scaleBy` multiplies 3x32x32, but its gate produces 1x32x32"),
        returning(
                "§scaleBy(dense(2), relu(), dense(4))",
                Code.SCALE_MISMATCH,
                "`scaleBy` multiplies 8, but its gate produces 4")
            .on("8"),
        returning(
            "§scaleBy(maxPool(2))",
            Code.SCALE_MISMATCH,
            "`scaleBy` multiplies 3x32x32, but its gate produces 3x16x16"),
        wrong(
            "default Layer a() { return sequential(conv1x1(16), squeeze(16, 4), conv1x1(32), squeeze(16, 4)); } static Layer squeeze(int channels, int ratio) { return §scaleBy(globalAvgPool(), conv1x1(channels / ratio), relu(), conv1x1(channels), sigmoid()); }",
            Code.SCALE_MISMATCH,
            "`scaleBy` multiplies 32x32x32, but its gate produces 16x1x1"),
        returning(
            "§scaleBy(conv(1, 32), sigmoid())",
            Code.SCALE_MISMATCH,
            "`scaleBy` multiplies 3x32x32, but its gate produces 1x1x1"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void isOneErrorAtItsPlace(Wrong row) {
    row.assertReported();
  }
}
