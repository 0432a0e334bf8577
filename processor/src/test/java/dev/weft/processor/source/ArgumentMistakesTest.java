package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import org.junit.jupiter.api.Test;

/** A call with wrong arguments says what the method takes, what it gets, and the way out. */
final class ArgumentMistakesTest {
  private static String fails(String body, String headline) {
    return network("default Layer a() { " + body + " }").fails(Code.NOT_INTERPRETABLE, headline);
  }

  @Test
  void numbersThatAreTooWideAreCast() {
    assertThat(fails("return conv3x3(§8L);", "`conv3x3` takes an int, but gets a long: 8L"))
        .contains("fix: cast it: (int) 8L");
    assertThat(
            fails(
                "long width = 8; return conv3x3(width §* 2);",
                "`conv3x3` takes an int, but gets a long: 16L"))
        .contains("fix: cast it: (int) (width * 2)");
    assertThat(
            fails(
                "float[] rates = {1}; return conv3x3(rates§[0]);",
                "`conv3x3` takes an int, but gets a float: 1.0f"))
        .contains("fix: cast it: (int) rates[0]");
    network("default Layer a() { long width = 8; return conv3x3((int) (width * 2)); }").isRight();
  }

  @Test
  void boxesAreNotCast() {
    assertThat(
            fails(
                "Long width = 8L; return conv3x3(§width);",
                "`conv3x3` takes an int, but gets a long: 8L"))
        .contains("fix: there is only conv3x3(int filters)");
  }

  @Test
  void valuesStandAsOneWouldWriteThem() {
    network(
            "default Layer a() { return §f(8L, 1.5f, 'c', (byte) 3, \"a\\n\\\"\", 0.0 / 0, '\\''); }"
                + " static Layer f(int i) { return relu(); }")
        .fails(
            Code.NOT_INTERPRETABLE,
            "`f` takes 1 argument, but gets 7: 8L, 1.5f, 'c', (byte) 3, \"a\\n\\\"\", Double.NaN,"
                + " '\\''");
  }

  @Test
  void listsOfLayersAreHandedOverAsArrays() {
    String list = "List<Layer> all = new ArrayList<>(List.of(relu())); ";
    assertThat(
            fails(
                list + "return sequential(§all);",
                "`sequential` takes Layer..., but gets a List: {relu}"))
        .contains("fix: hand over an array: sequential(all.toArray(Layer[]::new))");
    network("default Layer a() { " + list + "return sequential(all.toArray(Layer[]::new)); }")
        .isRight();
    network(
            "default Layer a() { return block(8, List.of(relu())§.stream()); }"
                + " static Layer block(int width, Layer... rest) { return sequential(rest); }")
        .fails(Code.NOT_INTERPRETABLE, "`block` takes Layer..., but gets a stream");
  }

  @Test
  void textsThatNameAConstantAreReplacedByIt() {
    assertThat(
            fails(
                "return conv3x3(8).padding(§\"same\");",
                "`padding` takes a Padding or an int, but gets a String: \"same\""))
        .contains("fix: name the constant: SAME");
  }

  @Test
  void textsThatAreANumberAreReplacedByIt() {
    assertThat(
            network("default Layer a() { return conv3x3(§\"16\").stride(2); }")
                .failsAndMends(
                    Code.NOT_INTERPRETABLE, "`conv3x3` takes an int, but gets a String: \"16\""))
        .contains("fix: write it as a number: 16");
    assertThat(
            network("default Layer a() { return dropout(§\"0.5\"); }")
                .failsAndMends(
                    Code.NOT_INTERPRETABLE, "`dropout` takes a double, but gets a String: \"0.5\""))
        .contains("fix: write it as a number: 0.5");
    assertThat(
            fails(
                "return conv3x3(§\"0.5\");", "`conv3x3` takes an int, but gets a String: \"0.5\""))
        .contains("fix: there is only conv3x3(int filters)");
  }

  @Test
  void theFactoryThatTakesTheArgumentIsNamed() {
    assertThat(
            network("default Layer a() { return §relu(0.1); }")
                .failsAndMends(
                    Code.NOT_INTERPRETABLE, "`relu` takes no arguments, but gets 1: 0.1"))
        .endsWith("fix: write the factory that takes it: leakyRelu(0.1)");
    assertThat(
            network("default Layer a() { return §relu(6); }")
                .failsAndMends(Code.NOT_INTERPRETABLE, "`relu` takes no arguments, but gets 1: 6"))
        .endsWith("fix: write the factory that takes it: relu6()");
    assertThat(
            fails("return §globalAvgPool(2);", "`globalAvgPool` takes no arguments, but gets 1: 2"))
        .endsWith("fix: there is only globalAvgPool()");
    // What lacks an argument is no other layer.
    assertThat(fails("return §conv(16);", "`conv` takes 2 or 3 arguments, but gets 1: 16"))
        .contains("fix: there are conv(int filters, int kernel), ");
  }

  @Test
  void aLayerThatIsAppliedToAnotherIsPutBehindIt() {
    assertThat(
            network("default Layer a() { Layer x = conv3x3(8); return §relu(x); }")
                .failsAndMends(
                    Code.NOT_INTERPRETABLE, "`relu` takes no arguments, but gets 1: conv"))
        .endsWith("fix: put it behind the layer: sequential(x, relu())");
  }

  @Test
  void whatComesInIsLeftOut() {
    assertThat(
            network("default Layer a() { return §dense(3072, 120); }")
                .failsAndMends(
                    Code.NOT_INTERPRETABLE, "`dense` takes 1 argument, but gets 2: 3072, 120"))
        .endsWith(
            "fix: leave out what comes in: dense(120)"
                + "      what comes in is inferred; .inFeatures(3072) checks it");
    assertThat(
            network("default Layer a() { return §transposedConv(3, 8, 2); }")
                .failsAndMends(
                    Code.NOT_INTERPRETABLE,
                    "`transposedConv` takes 2 arguments, but gets 3: 3, 8, 2"))
        .endsWith(
            "fix: leave out what comes in: transposedConv(8, 2)      what comes in is inferred");
  }

  @Test
  void aLayerInPlaceOfALambdaIsPutIntoOne() {
    assertThat(
            fails(
                "return repeat(3, §conv3x3(8));",
                "`repeat` takes an IntFunction, but gets a Layer: conv"))
        .endsWith("fix: write a lambda that makes it: repeat(3, i -> conv3x3(8))");
    network("default Layer a() { return repeat(3, i -> conv3x3(8)); }").isRight();
    assertThat(
            fails(
                "int i = 8; return repeat(3, §conv3x3(i));",
                "`repeat` takes an IntFunction, but gets a Layer: conv"))
        .endsWith("fix: write a lambda that makes it: repeat(3, index -> conv3x3(i))");
    assertThat(
            fails(
                "return withChannels(§conv1x1(8));",
                "`withChannels` takes an IntFunction, but gets a Layer: conv"))
        .endsWith("fix: write a lambda that makes it: withChannels(in -> conv1x1(8))");
  }

  @Test
  void helpersAndConstructorsSayWhatTheyTake() {
    assertThat(
            network(
                    "default Layer a() { return §f(8, 1); }"
                        + " static Layer f(int width) { return conv3x3(width); }")
                .fails(Code.NOT_INTERPRETABLE, "`f` takes 1 argument, but gets 2: 8, 1"))
        .contains("fix: there is only f(int width)");
    assertThat(
            network(
                    "default Layer a() { return f(§\"w\"); }"
                        + " static Layer f(int width) { return conv3x3(width); }"
                        + " static Layer f(int[] widths) { return relu(); }")
                .fails(
                    Code.NOT_INTERPRETABLE,
                    "`f` takes an int or an int[], but gets a String: \"w\""))
        .contains("fix: there are f(int width), f(int[] widths)");
    assertThat(
            network(
                    "record Size(int width, int stride) {}"
                        + " default Layer a() { return conv3x3(§new Size(8).width()); }")
                .fails(Code.NOT_INTERPRETABLE, "`new Size` takes 2 arguments, but gets 1: 8"))
        .contains("fix: there is only new Size(int width, int stride)");
    assertThat(
            fails(
                "return conv3x3(8)§.noBias(true);",
                "`noBias` takes no arguments, but gets 1: true"))
        .contains("fix: there is only noBias()");
  }

  @Test
  void nullInPlaceOfANumberIsJavasException() {
    String headline = "NullPointerException: null is unboxed to int";
    network("default Layer a() { return conv3x3(Map.of(\"a\", 1)§.get(\"b\")); }")
        .fails(Code.EXCEPTION, headline);
    network(
            "default Layer a() { Integer width = null; return f(§width); }"
                + " static Layer f(int width) { return conv3x3(width); }")
        .fails(Code.EXCEPTION, headline);
    network(
            "default Layer a() { return conv3x3(f(Map.of())); }"
                + " static int f(Map<String, Integer> m) { return m§.get(\"b\"); }")
        .fails(Code.EXCEPTION, headline);
    network("default Layer a() { Integer n = null; return conv3x3(n §+ 1); }")
        .fails(Code.EXCEPTION, "NullPointerException: an operand is null");
    network("default Layer a() { Boolean b = null; return §b ? relu() : tanh(); }")
        .fails(Code.EXCEPTION, "NullPointerException: null is unboxed to boolean");
    fails("return conv3x3(§null);", "`conv3x3` takes an int, but gets null");
  }

  @Test
  void wrongResultsAreMarkedWhereTheyAreReturned() {
    network("default Layer a() { if (true) { return §3; } return relu(); }")
        .fails(Code.EXCEPTION, "the stage returns 3 in place of a layer");
    network("default Layer a() { return f(); } static Layer f() { return §\"relu\"; }")
        .fails(Code.EXCEPTION, "`f` returns \"relu\" in place of a Layer");
  }
}
