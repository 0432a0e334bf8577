package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Wrong.returning;
import static dev.weft.processor.testing.Wrong.wrong;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Wrong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in the Java of a declaration, in helpers, lambdas and other files. */
final class WrongCodeTest {
  static Stream<Wrong> table() {
    return Wrong.table(
        wrong(
            "default Layer a() { return repeat(2, i -> { §try { } finally { } return relu(); }); }",
            Code.NOT_INTERPRETABLE,
            "a declaration cannot contain a try statement"),
        returning(
                "Blocks.block()",
                Code.NOT_INTERPRETABLE,
                "a declaration cannot contain `new Random`")
            .besides(
                "Blocks",
                "class Blocks { static Layer block() { return conv3x3(§new Random(1).nextInt()); } }"),
        returning(
            "sequential(relu(), true ? §unknown : relu())",
            Code.NOT_INTERPRETABLE,
            "cannot find `unknown`"),
        returning(
            "withChannels(in -> §conv1x1(in - 3))",
            Code.INVALID_ARGUMENT,
            "the number of filters must be at least 1, but is 0"),
        returning(
            "withChannels(in -> conv1x1(in §/ (in - 3)))", Code.EXCEPTION, "3 is divided by zero"),
        returning(
            "§withChannels(in -> null)",
            Code.INVALID_ARGUMENT,
            "the lambda of `withChannels` makes no layer"),
        returning(
            "§withChannels(in -> in)",
            Code.INVALID_ARGUMENT,
            "the lambda of `withChannels` makes no layer"),
        returning(
            "withChannels(in -> conv1x1(§wide))", Code.NOT_INTERPRETABLE, "cannot find `wide`"),
        returning(
            "withChannels(in -> { §while (true) { in++; } })",
            Code.STEP_LIMIT,
            "this loop does not end within 4,000,000 steps"),
        wrong(
            "default Layer a() { return self(); } static Layer self() { return §withChannels(in -> sequential(relu(), self())); }",
            Code.STEP_LIMIT,
            "`withChannels` stands inside what it makes, 64 blocks deep"),
        wrong(
            "default Layer a() { var l = conv3x3(8); l§.stride(2); return l; }",
            Code.MISUSE,
            "the layer that `stride` makes is not used: layers never change"),
        wrong(
            "default Layer a() { §relu(); return conv3x3(8); }",
            Code.MISUSE,
            "the layer that is made here is not used"),
        wrong(
            "default Layer a() { return b(3); } Layer §b(int c) { return conv3x3(c); }",
            Code.MISUSE,
            "the helper `b` has a body, but is not static"),
        returning("conv3x3(§WIDTH)", Code.NOT_INTERPRETABLE, "cannot find `WIDTH`"),
        returning(
            "conv3x3(8)§.activation(\"relu\")",
            Code.NOT_INTERPRETABLE,
            "there is no modifier `activation(\"relu\")` of `conv`"),
        returning(
            "maxPool(2)§.groups(2)",
            Code.NOT_INTERPRETABLE,
            "there is no modifier `groups(2)` of `maxPool`"),
        returning(
            "sequential(relu())§.stride(2)",
            Code.NOT_INTERPRETABLE,
            "there is no modifier `stride(2)` of `sequential`"),
        returning(
            "avgPool(2)§.dilation(2)",
            Code.NOT_INTERPRETABLE,
            "there is no modifier `dilation(2)` of `avgPool`"),
        returning(
            "§conv(3)", Code.NOT_INTERPRETABLE, "`conv` takes 2 or 3 arguments, but gets 1: 3"),
        returning(
            "§dropout()", Code.NOT_INTERPRETABLE, "`dropout` takes 1 argument, but gets none"),
        returning(
            "conv(8, §2.5)", Code.NOT_INTERPRETABLE, "`conv` takes an int, but gets a double: 2.5"),
        returning(
            "repeat(2, §relu())",
            Code.NOT_INTERPRETABLE,
            "`repeat` takes an IntFunction, but gets a Layer: relu"),
        returning(
            "sequential(relu(), §3)",
            Code.NOT_INTERPRETABLE,
            "`sequential` takes Layer..., but gets an int: 3"),
        returning(
            "conv3x3(8).padding(§\"same\")",
            Code.NOT_INTERPRETABLE,
            "`padding` takes a Padding or an int, but gets a String: \"same\""),
        wrong(
            "default Layer a() { return f(0); } static Layer f(int n) { return conv3x3(8 §/ n); }",
            Code.EXCEPTION,
            "8 is divided by zero"),
        wrong(
            "default Layer a() { int[] w = {8, 16}; return repeat(3, i -> conv3x3(w[§i])); }",
            Code.EXCEPTION,
            "index 2 is out of bounds for an array of length 2"),
        wrong(
                "int WIDTH = 8 §/ Zero.ZERO; default Layer a() { return conv3x3(WIDTH); }",
                Code.EXCEPTION,
                "8 is divided by zero")
            .besides("Zero", "class Zero { static final int ZERO = Integer.parseInt(\"0\"); }"),
        wrong(
            "default Layer a() { return block(\"deep\"); } static Layer block(String kind) { return switch (kind) { case \"wide\" -> relu(); default -> §throw new IllegalArgumentException(\"no \" + kind); }; }",
            Code.EXCEPTION,
            "IllegalArgumentException: no deep"),
        wrong(
            "record Size(int n) { Size { if (n % 2 == 1) §throw new IllegalStateException(\"odd \" + n); } } default Layer a() { return conv3x3(new Size(3).n()); }",
            Code.EXCEPTION, "IllegalStateException: odd 3"),
        wrong(
            "default Layer a() { Layer[] l = new Layer[1]; return sequential(l[0]§.named(\"x\")); }",
            Code.EXCEPTION,
            "`named` is called on null"),
        wrong(
            "default Layer a() { int[] w = new int[2]; w[w§.length] = 3; return relu(); }",
            Code.EXCEPTION,
            "index 2 is out of bounds for an array of length 2"),
        wrong(
            "default Layer a() { return repeat(3, i -> { int n = 0; §while (n >= 0) { n = 1; } return relu(); }); }",
            Code.STEP_LIMIT,
            "this loop does not end within 4,000,000 steps"),
        returning(
                "Blocks.tower(1)", Code.STEP_LIMIT, "the calls nest more than 200 deep at `tower`")
            .besides(
                "Blocks",
                "class Blocks { static Layer tower(int n) { return sequential(relu(), §tower(n + 1)); } }"),
        wrong(
            "default Layer a() { String s = \"x\"; for (int i = 0; i < 30; i++) { s = s §+ s; } return relu().named(s); }",
            Code.STEP_LIMIT,
            "a string is longer than 65,536 characters"),
        wrong(
            "@Conv(filters = 4, kernel = 3) default Layer §a() { return relu(); }",
            Code.MISUSE,
            "the stage `a` has both a layer annotation and a body"),
        wrong(
            "@Relu Layer a(); Layer §b();",
            Code.MISUSE,
            "the abstract stage `b` has no layer annotation"),
        wrong(
            "default String §a() { return \"relu\"; } @Relu Layer b();",
            Code.MISUSE,
            "the stage `a` returns String in place of a layer"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void isOneErrorAtItsPlace(Wrong row) {
    row.assertReported();
  }
}
