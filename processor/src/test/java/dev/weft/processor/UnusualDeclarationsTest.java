package dev.weft.processor;

import static dev.weft.processor.testing.Right.returning;
import static dev.weft.processor.testing.Right.right;

import dev.weft.processor.testing.Right;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unusual but right declarations; the shapes are worked out by hand from the definitions. */
final class UnusualDeclarationsTest {
  /** Windows of odd sizes, strides, paddings and dilations. */
  static Stream<Right> windows() {
    return Right.table(
        returning("3, 33, 31", "maxPool(3).stride(2).ceilMode()", "3, 16, 15"),
        returning("3, 32, 32", "maxPool(3).stride(2).ceilMode()", "3, 16, 16"),
        returning("3, 4, 4", "maxPool(2).stride(3).ceilMode()", "3, 2, 2"),
        returning("3, 3, 3", "maxPool(1).stride(3).ceilMode()", "3, 1, 1"),
        returning(
            "3, 16, 16",
            "avgPool(3).stride(2).padding(1).ceilMode().countIncludePad(false)",
            "3, 9, 9"),
        returning("3, 32, 32", "sequential(conv(4, 1, 7), conv(4, 7, 1))", "4, 26, 26"),
        returning(
            "3, 17, 17",
            "sequential(conv(4, 1, 7).padding(SAME), conv(4, 7, 1).padding(SAME))",
            "4, 17, 17"),
        returning("3, 15, 14", "conv(8, 3).padding(SAME).stride(2)", "8, 8, 7"),
        returning("3, 15, 14", "conv(8, 1).padding(SAME).stride(2)", "8, 8, 7"),
        returning("3, 10, 11", "conv(8, 2).padding(SAME).stride(3)", "8, 4, 4"),
        returning("3, 7, 7", "maxPool(3).stride(2).padding(SAME)", "3, 4, 4"),
        returning("3, 9, 9", "conv(2, 4).padding(VALID).stride(2)", "2, 3, 3"),
        returning("1, 1, 1", "conv(5, 1)", "5, 1, 1"),
        returning("1, 1, 1", "conv(2, 5).padding(2)", "2, 1, 1"),
        returning("1, 2, 3", "conv7x7(2)", "2, 2, 3"),
        returning("3, 32, 32", "conv1x1(2).stride(100)", "2, 1, 1"),
        returning("3, 9, 9", "avgPool(3, 2).stride(1, 2).padding(1, 0)", "3, 9, 4"),
        returning("3, 9, 9", "maxPool(2).stride(1).dilation(3)", "3, 6, 6"),
        returning("3, 32, 32", "sequential(pad(0, 0, 1, 1), conv(4, 3).stride(2))", "4, 16, 16"),
        returning("3, 32, 32", "conv(4, 3).padding(0, 0, 1, 1).stride(2)", "4, 16, 16"),
        returning(
            "3, 32, 32",
            "repeat(4, i -> conv(2, 3).dilation(1 << i).padding(1 << i))",
            "2, 32, 32"),
        returning(
            "3, 32, 32", "sequential(conv(2, 3).dilation(2), conv(2, 3).dilation(4))", "2, 20, 20"),
        returning("3, 12, 12", "conv(2, 3, 2).dilation(1, 5)", "2, 10, 7"));
  }

  /** Layers that choose the size of their output. */
  static Stream<Right> sizes() {
    return Right.table(
        returning(
            "3, 7, 7", "transposedConv(4, 3).stride(2).padding(1).outputPadding(1)", "4, 14, 14"),
        returning("3, 7, 5", "transposedConv(4, 2).stride(2)", "4, 14, 10"),
        returning("3, 5, 6", "transposedConv(4, 3).stride(3, 1).padding(0, 1, 1, 0)", "4, 14, 7"),
        returning("3, 5, 5", "transposedConv(4, 2).stride(3).padding(SAME)", "4, 15, 15"),
        returning("3, 4, 4", "transposedConv(2, 3).dilation(2)", "2, 8, 8"),
        returning(
            "3, 4, 4", "transposedConv(6, 3).groups(3).padding(1).outputPadding(0)", "6, 4, 4"),
        returning("16", "sequential(dense(2 * 4 * 4), relu())", "32"),
        returning("3, 32, 32", "adaptiveAvgPool(40, 50)", "3, 40, 50"),
        returning("3, 7, 5", "adaptiveAvgPool(3)", "3, 3, 3"),
        returning("1, 7, 7", "crop(3, 4, 3, 2)", "1, 1, 1"),
        returning("3, 5, 4", "sequential(conv3x3(27), pixelShuffle(3))", "3, 15, 12"),
        returning("3, 5, 5", "sequential(upsample(3), subsample(2))", "3, 8, 8"),
        returning("3, 32, 32", "padChannels(2, 3)", "8, 32, 32"),
        returning("2, 3, 4", "sequential(flatten(), flatten(), dense(3), flatten())", "3"));
  }

  /** Blocks of blocks. */
  static Stream<Right> blocks() {
    return Right.table(
        returning("4, 7, 5", "residual(conv3x3(9).stride(2)).zeroPad()", "9, 4, 3"),
        returning("4, 7, 5", "residual(conv3x3(4)).zeroPad()", "4, 7, 5"),
        returning("3, 5, 7", "residual(globalAvgPool(), conv1x1(6)).project()", "6, 1, 1"),
        returning("10", "residual(dense(4)).project().then(relu(), dense(3))", "3"),
        returning(
            "20",
            "sequential(dense(64), batchNorm(), relu(), residual(dense(64).noBias(), batchNorm(64), relu(), dropout(0.2)), layerNorm(), softmax(), dense(5))",
            "5"),
        returning("3, 32, 32", "depthwiseConv(3).multiplier(5).padding(1)", "15, 32, 32"),
        returning("3, 9, 9", "separableConv(7, 3).stride(2)", "7, 4, 4"),
        returning(
            "3, 32, 32",
            "sequential(conv1x1(12).groups(3), channelShuffle(3), depthwiseConv(3).padding(1).stride(2), conv1x1(24).groups(3))",
            "24, 16, 16"),
        returning(
            "3, 32, 32",
            "scaleBy(globalAvgPool(), conv1x1(1), relu(), conv1x1(3), sigmoid())",
            "3, 32, 32"),
        returning(
            "3, 32, 32",
            "scaleBy(globalAvgPool(), dense(1), relu(), dense(3), sigmoid())",
            "3, 32, 32"),
        returning("3, 32, 32", "scaleBy(conv3x3(3), sigmoid())", "3, 32, 32"),
        returning("6", "scaleBy(dense(2), relu(), dense(6), sigmoid())", "6"),
        returning(
            "3, 32, 32",
            "concat(concat(identity(), identity()), concat(identity(), conv1x1(2)))",
            "11, 32, 32"),
        returning("6", "concat(dense(2), identity(), sequential(dense(3), relu()))", "11"),
        returning(
            "5, 17, 17",
            "concat(conv1x1(2), sequential(conv1x1(2), conv(3, 1, 7).padding(0, 3), conv(4, 7, 1).padding(3, 0)), sequential(avgPool(3).stride(1).padding(1), conv1x1(1)))",
            "7, 17, 17"),
        returning(
            "3, 32, 32",
            "repeat(4, i -> concat(identity(), sequential(batchNorm(), relu(), conv3x3(2))))",
            "11, 32, 32"),
        returning("3, 32, 32", "add(identity(), identity(), identity(), conv1x1(3))", "3, 32, 32"),
        returning(
            "3, 32, 32",
            "residual(residual(residual(relu()).then(tanh())), identity()).then(conv1x1(2).named(\"out\"))",
            "2, 32, 32"),
        returning(
            "3, 32, 32",
            "sequential(conv1x1(8), groupNorm(4), instanceNorm().affine(), localResponseNorm(5), layerNorm(), batchNorm(8))",
            "8, 32, 32"),
        returning(
            "3, 32, 32",
            "sequential(relu(), relu6(), leakyRelu(), tanh(), sigmoid(), swish(), hardSwish(), gelu(), softmax())",
            "3, 32, 32"),
        returning(
            "3, 32, 32",
            "sequential(conv3x3(6), auxiliary(avgPool(5).stride(3), dense(7)).weight(0.5), conv3x3(4))",
            "4, 32, 32"),
        returning(
            "3, 32, 32",
            "sequential(expect(3, 32, 32), dense(4).inFeatures(3072), expect(4))",
            "4"),
        returning("3, 32, 32", "repeat(4, i -> append(relu(), conv3x3(2)))", "11, 32, 32"),
        returning("6", "append(dense(2), append(dense(3)))", "11"),
        returning(
            "3, 32, 32",
            "sequential(conv1x1(32), repeat(3, i -> withChannels(in -> conv1x1(in / 2))))",
            "4, 32, 32"),
        returning("6", "withChannels(in -> in == 6 ? dense(in * in) : dense(1))", "36"),
        returning(
            "3, 32, 32",
            "withChannels(in -> concat(withChannels(i -> conv1x1(i)), identity()).named(\"both\"))",
            "6, 32, 32"),
        returning("7", "relu()", "7"),
        returning("1", "dense(1)", "1"));
  }

  /** Java that few declarations need. */
  static Stream<Right> code() {
    return Right.table(
        right(
            "3, 32, 32",
            "default Layer a() { return tower(45); } static Layer tower(int n) { return n == 0 ? conv3x3(2) : sequential(tower(n - 1)); }",
            "2, 32, 32"),
        right(
            "3, 32, 32",
            "default Layer a() { return conv1x1(count(150)); } static int count(int n) { return n == 0 ? 0 : 1 + count(n - 1); }",
            "150, 32, 32"),
        returning("3, 8, 8", "repeat(300, i -> conv3x3(2))", "2, 8, 8"),
        right(
            "3, 32, 32",
            "default Layer a() { return halve(4); } static Layer halve(int n) { return n == 0 ? conv1x1(32) : sequential(halve(n - 1), withChannels(in -> conv1x1(Math.max(1, in >> n)))); }",
            "1, 32, 32"),
        right(
            "3, 8, 8",
            "default Layer a() { List<Layer> l = new ArrayList<>(); for (int i = 0; i < 300; i++) { l.add(i % 2 == 0 ? conv1x1(3) : relu()); } return sequential(l.toArray(new Layer[0])); }",
            "3, 8, 8"),
        right(
            "3, 32, 32",
            "default Layer a() { return unet(3, 4); } static Layer unet(int depth, int n) { return depth == 0 ? conv3x3(n) : sequential(conv3x3(n), concat(identity(), sequential(maxPool(2), unet(depth - 1, 2 * n), upsample(2)))); }",
            "60, 32, 32"),
        right(
            "3, 32, 32",
            "default Layer a() { Layer l = identity(); int size = 32; while (size > 1) { l = sequential(l, conv3x3(2), maxPool(2)); size /= 2; } return l; }",
            "2, 1, 1"),
        right(
            "3, 32, 32",
            "record Block(int channels, int stride) {} default Layer a() { List<Block> blocks = List.of(new Block(4, 2), new Block(8, 1), new Block(16, 2)); return repeat(blocks.size(), i -> conv3x3(blocks.get(i).channels()).stride(blocks.get(i).stride())); }",
            "16, 8, 8"),
        right(
            "3, 32, 32",
            "enum Kind { WIDE, DEEP } default Layer a() { return of(Kind.DEEP); } static Layer of(Kind kind) { return switch (kind) { case WIDE -> conv3x3(64); case DEEP -> { Layer l = conv3x3(4); yield sequential(l, l, l); } }; }",
            "4, 32, 32"),
        right(
            "3, 32, 32",
            "default Layer a() { return all(2, 4, 6); } static Layer all(int... widths) { Layer[] l = new Layer[widths.length]; for (int i = 0; i < l.length; i++) l[i] = conv1x1(widths[i]).named(\"w\" + widths[i]); return concat(l); }",
            "12, 32, 32"),
        right(
            "3, 32, 32",
            "default Layer a() { Layer l = relu(); rows: for (int i = 0; i < 4; i++) { for (int j = 0; j < 4; j++) { if (j == 2) continue rows; l = sequential(l, conv(3, 3)); } } return l; }",
            "3, 16, 16"),
        right(
            "3, 32, 32",
            "int[] WIDTHS = {4, 8}; default Layer a() { return wide(1); } default Layer wide(int i) { return conv1x1(WIDTHS[i]); }",
            "8, 32, 32"),
        right(
            "3, 32, 32",
            "default Layer a() { IntFunction<Layer> block = n -> conv1x1(n); return sequential(block.apply(4), block.apply(5)); }",
            "5, 32, 32"),
        right(
            "3, 32, 32",
            "default Layer layer_1() { return conv1x1(2); } default Layer If() { return conv1x1(3); } default Layer Net_() { return conv1x1(4); }",
            "4, 32, 32"),
        returning("3, 32, 32", "Blocks.stack(Math.max(2, 3))", "8, 32, 32")
            .besides(
                "Blocks",
                "class Blocks { static Layer stack(int n) { return repeat(n, i -> Deeper.conv(1 << (i + 1))); } }")
            .besides("Deeper", "class Deeper { static Layer conv(int n) { return conv3x3(n); } }"));
  }

  /** Graphs of stages and annotations. */
  static Stream<Right> stages() {
    return Right.table(
        right(
            "3, 20, 24",
            "@Conv(filters = 8, kernel = 3, padding = 1) @Relu Layer down(); @MaxPool(kernel = 2) Layer pool(); @Conv(filters = 16, kernel = 3, padding = 1) @Relu Layer mid(); @TransposedConv(filters = 8, kernel = 2, stride = 2) Layer up(); @From({\"up\", \"down\"}) @ExpectShape({16, 20, 24}) @Conv(filters = 2, kernel = 1) Layer out();",
            "2, 20, 24"),
        right(
            "3, 32, 32",
            "@Conv(filters = 3, kernel = 3, padding = 1) Layer a(); @From(value = {\"a\", \"input\"}, join = Join.ADD) @Relu Layer b();",
            "3, 32, 32"),
        right(
            "3, 32, 32", "@From({\"input\", \"input\", \"input\"}) @Relu Layer a();", "9, 32, 32"),
        right(
            "4",
            "@Dense(3) Layer a(); @From(\"input\") @Dense(5) Layer b(); @From({\"b\", \"a\", \"input\"}) @Identity Layer c();",
            "12"),
        right(
                "3, 32, 32",
                "default Layer body() { return network(Backbone.class).until(\"fc\"); } @Dense(2) Layer head();",
                "2")
            .besides(
                "Backbone",
                "@Network(input = {1, 8, 8}) interface Backbone { @Conv(filters = 4, kernel = 5) Layer stem(); @GlobalAvgPool Layer pool(); @Dense(10) Layer fc(); }"),
        right("3, 32, 32", "default Layer body() { return network(Backbone.class); }", "4, 28, 28")
            .besides(
                "Backbone",
                "@Network(input = {1, 8, 8}) interface Backbone { @Conv(filters = 4, kernel = 5) Layer stem(); @From({\"stem\"}) @Relu Layer out(); }"),
        right(
            "3, 17, 17",
            "@Conv(filters = 8, kernel = {1, 7}, padding = {0, 3}, stride = {2, 1}) @BatchNorm @Swish Layer a();",
            "8, 9, 17"),
        right(
            "3, 16, 16",
            "@AvgPool(kernel = 3, stride = 2, padding = 1, ceilMode = true) Layer a();",
            "3, 9, 9"),
        right(
            "3, 7, 8",
            "@SeparableConv(filters = 4, kernel = 3, autoPad = PaddingMode.SAME, stride = 2) Layer a();",
            "4, 4, 4"),
        right(
            "4, 6, 6",
            "@PixelShuffle(2) @Pad({1, 0, 0, 1}) @Crop(1) @PadChannels(before = 0, after = 1) Layer a();",
            "2, 11, 11"));
  }

  @ParameterizedTest
  @MethodSource({"windows", "sizes", "blocks", "code", "stages"})
  void haveTheirOutput(Right row) {
    row.assertOutput();
  }
}
