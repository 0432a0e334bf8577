package dev.weft.processor.wrong;

import static dev.weft.processor.testing.Declaration.file;
import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Independent mistakes of one body are all reported in one build, and their consequences never. */
final class SeveralMistakesTest {
  private static final String NO_FILTERS =
      "[weft:invalid-argument] the number of filters must be at least 1, but is ";
  private static final String NO_FEATURES =
      "[weft:invalid-argument] the number of features must be at least 1, but is ";
  private static final String NO_NUMBER =
      "[weft:not-interpretable] `conv3x3` takes an int, but gets a String: ";

  @Test
  void argumentsOfOneCall() {
    network(
            "default Layer a() {"
                + " return sequential(§conv3x3(-1), conv3x3(§\"x\"), relu(), §dropout(2.0)); }")
        .failsAtEach(
            NO_FILTERS + "-1",
            NO_NUMBER + "\"x\"",
            "[weft:invalid-argument] the probability to drop must be at least 0 and below 1, but is"
                + " 2.0");
    network(
            "default Layer a() { return block(4 §/ 0, 8 §/ 0); }"
                + " static Layer block(int n, int m) { return conv(n, m); }")
        .failsAtEach(
            "[weft:exception] 4 is divided by zero", "[weft:exception] 8 is divided by zero");
  }

  @Test
  void modifiersOfOneLayer() {
    network(
            "default Layer a() {"
                + " return conv3x3(8)§.stride(0)§.padding(-1).dilation(§\"x\")§.named(\"1\"); }")
        .failsAtEach(
            "[weft:invalid-argument] stride must be at least 1, but is 0",
            "[weft:invalid-argument] padding must be at least 0, but is -1",
            "[weft:not-interpretable] `dilation` takes an int, but gets a String: \"x\"",
            "[weft:invalid-argument] a name consists of letters, digits and underscores and does not"
                + " start with a digit, but is \"1\"");
    network(
            "default Layer a() {"
                + " return residual(§conv3x3(0)).project().then(§dense(0)).shortcut(§conv3x3(-1)); }")
        .failsAtEach(NO_FILTERS + "0", NO_FEATURES + "0", NO_FILTERS + "-1");
  }

  @Test
  void aCallOfNothingAndItsArguments() {
    network("default Layer a() { return §sequental(§conv3x3(-1), §bar(relu()), §Foo.x(1)); }")
        .failsAtEach(
            "[weft:not-interpretable] cannot find a method `sequental`",
            NO_FILTERS + "-1",
            "[weft:not-interpretable] cannot find a method `bar`",
            "[weft:not-interpretable] cannot find `Foo`");
  }

  @Test
  void statements() {
    network(
            "default Layer a() {\n"
                + " Layer x = §conv3x3(-1);\n"
                + " Layer y = conv3x3(§\"8\");\n"
                + " int n = 8 §/ 0;\n"
                + " Layer z = conv3x3(n).stride(2).named(\"z\" + n);\n"
                + " if (n > 3) { z = relu(); }\n"
                + " return sequential(x.named(\"x\"), y, z, conv3x3(n), §dense(0)); }")
        .failsAtEach(
            NO_FILTERS + "-1",
            NO_NUMBER + "\"8\"",
            "[weft:exception] 8 is divided by zero",
            NO_FEATURES + "0");
  }

  @Test
  void listsAreUnknownOnceSomethingIsMissing() {
    network(
            "default Layer a() { List<Layer> l = new ArrayList<>();"
                + " for (int i = 0; i < 5; i++) { l.add(§conv3x3(-i)); l.add(§dense(-i)); }"
                + " return sequential(l.get(7), l.get(-1), §conv3x3(-7)); }")
        .failsAtEach(NO_FILTERS + "0", NO_FEATURES + "0", NO_FILTERS + "-7");
    network(
            "default Layer a() { Layer[] all = {§conv3x3(-1), §dense(0)}; all[5] = relu();"
                + " return concat(all); }")
        .failsAtEach(NO_FILTERS + "-1", NO_FEATURES + "0");
    network("default Layer a() { return concat(List.of(§dense(0)).toArray(new Layer[0])); }")
        .failsAtEach(NO_FEATURES + "0");
  }

  @Test
  void shapesBesideAndNotBehind() {
    network(
            "default Layer a() { return sequential(§maxPool(100), §conv3x3(-1), maxPool(100),"
                + " dense(10), §conv3x3(3)); }")
        .failsAtEach(
            "[weft:kernel-larger-than-input] the 100x100 kernel is larger than the 32x32 input",
            NO_FILTERS + "-1",
            "[weft:input-rank] `conv` needs an input of channels x height x width, but gets a vector"
                + " of 10 features");
    network("default Layer a() { return residual(conv3x3(8), §conv3x3(0)); }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "0");
  }

  @Test
  void branchesOfCalls() {
    network(
            "default Layer a() { return sequential(block(-1), relu(), block(-2), §dense(0)); }\n"
                + "static Layer block(int n) { int k = 2 * n;"
                + " return sequential(§conv3x3(k), §conv3x3(n)); }")
        .failsAtEach(NO_FEATURES + "0", NO_FILTERS + "-2", NO_FILTERS + "-1");
  }

  @Test
  void layersThatWaitForTheirChannels() {
    network(
            "default Layer a() { return sequential("
                + "withChannels(in -> sequential(§conv3x3(in - 3), §dense(0))), relu()); }")
        .failsAtEach(NO_FILTERS + "0", NO_FEATURES + "0");
  }

  @Test
  void whatComesInIsShown() {
    assertThat(
            network("default Layer a() { return withChannels(in -> §conv3x3(in / 4)); }")
                .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "0"))
        .contains("    in = 3   the channels that come in\n");
    assertThat(
            network(
                    "default Layer a() { return withChannels(width -> squeezed(width)); }"
                        + " static Layer squeezed(int n) { return §conv3x3(n / 4); }")
                .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "0"))
        .contains("    width = 3   the channels that come in\n    in squeezed(3) ");
  }

  @Test
  void aValueWithoutASayInShapesHidesNothing() {
    hidesNothing(
        "§dropout(5)",
        "invalid-argument] the probability to drop must be at least 0 and below 1, but is 5.0");
    hidesNothing(
        "§dropPath(-1)",
        "invalid-argument] the probability to drop must be at least 0 and below 1, but is -1.0");
    hidesNothing(
        "§leakyRelu(-1)", "invalid-argument] the slope must be above 0 and finite, but is -1.0");
    hidesNothing("leakyRelu(1 §/ 0)", "exception] 1 is divided by zero");
    hidesNothing(
        "groupNorm(§\"x\")",
        "not-interpretable] `groupNorm` takes an int, but gets a String: \"x\"");
    hidesNothing(
        "§batchNorm(-1)", "invalid-argument] the number of channels must be at least 1, but is -1");
    hidesNothing("§localResponseNorm(0)", "invalid-argument] size must be at least 1, but is 0");
    hidesNothing(
        "batchNorm()§.epsilon(0)",
        "invalid-argument] epsilon must be above 0 and finite, but is 0.0");
    hidesNothing("§softmax(1)", "not-interpretable] `softmax` takes no arguments, but gets 1: 1");
    hidesNothing(
        "conv3x3(8)§.named(\"my-conv\")",
        "invalid-argument] a name consists of letters, digits and underscores and does not start"
            + " with a digit, but is \"my-conv\"");
    hidesNothing(
        "conv3x3(8)§.noBias(true)",
        "not-interpretable] `noBias` takes no arguments, but gets 1: true");
    hidesNothing(
        "conv3x3(8)§.inChannels(0)",
        "invalid-argument] the number of input channels must be at least 1, but is 0");
  }

  /** The shape behind a layer is known, and the number of parameters. */
  private static void hidesNothing(String layer, String headline) {
    network(
            "default Layer a() { return sequential(conv3x3(8), "
                + layer
                + ", §residual(conv3x3(9))); }")
        .failsAtEach(
            "[weft:" + headline,
            "[weft:skip-mismatch] the shortcut carries 8x32x32, but the body produces 9x32x32");
  }

  @Test
  void contractsAreCheckedBesideIt() {
    file(
            "test.Net",
            """
            package test;
            import static dev.weft.dsl.Layers.*;
            import dev.weft.dsl.*;
            import dev.weft.dsl.annotation.*;
            @Network(input = {3, 32, 32})
            @Output(§11)
            @Expect(parameters = §7)
            interface Net {
              default Layer a() { return sequential(conv3x3(8)§.noBias(true),
                §batchNorm(-1), §dropout(5)); }
              @GlobalAvgPool Layer pool();
              @Dense(10) Layer fc();
            }
            """)
        .failsAtEach(
            "[weft:output-mismatch] the output is declared as 11, but is 10",
            "[weft:expect-mismatch] 7 parameters are declared, but there are 322",
            "[weft:not-interpretable] `noBias` takes no arguments, but gets 1: true",
            "[weft:invalid-argument] the number of channels must be at least 1, but is -1",
            "[weft:invalid-argument] the probability to drop must be at least 0 and below 1, but is"
                + " 5.0");
  }

  @Test
  void aWrongValueIsNotRead() {
    network(
            "default Layer a() { DropoutLayer d = §dropout(5); Layer x = relu()§.named(\"1\");"
                + " if (d.p() > 0.4) { return conv3x3(-1); } return conv3x3(x.name().length()); }")
        .failsAtEach(
            "[weft:invalid-argument] the probability to drop must be at least 0 and below 1, but is"
                + " 5.0",
            "[weft:invalid-argument] a name consists of letters, digits and underscores and does not"
                + " start with a digit, but is \"1\"");
  }

  @Test
  void annotationsOfOneStage() {
    network("@Conv(filters = §0, kernel = 3) @Dropout(§2) @Relu Layer a();")
        .failsAtEach(
            NO_FILTERS + "0",
            "[weft:invalid-argument] the probability to drop must be at least 0 and below 1, but is"
                + " 2.0");
    network(
            "@Conv(filters = 8, kernel = 3, inChannels = §-1)"
                + " @BatchNorm(channels = §-1, epsilon = §-1, momentum = §2) @Dropout(§2) Layer a();"
                + " default Layer b() { return §residual(conv3x3(9)); }")
        .failsAtEach(
            "[weft:invalid-argument] the number of input channels must be at least 1, but is -1",
            "[weft:invalid-argument] the number of channels must be at least 1, but is -1",
            "[weft:invalid-argument] epsilon must be above 0 and finite, but is -1.0",
            "[weft:invalid-argument] momentum must be from 0 to 1, but is 2.0",
            "[weft:invalid-argument] the probability to drop must be at least 0 and below 1, but is"
                + " 2.0",
            "[weft:skip-mismatch] the shortcut carries 8x30x30, but the body produces 9x30x30");
  }

  @Test
  void whatMayHaveBeenChangedIsNotRead() {
    network(
            "default Layer a() { Widths w = new Widths(); Layer l = conv3x3(w.next() §/ 0);"
                + " while (w.n < 3) { w.next(); } return sequential(l, conv3x3(w.next() - 5)); }"
                + " class Widths { int n; int next() { n++; return n; } }")
        .fails(Code.EXCEPTION, "1 is divided by zero");
    network(
            "default Layer a() { Widths w = new Widths(); return conv3x3(w.fill()); }"
                + " class Widths { List<Integer> l = new ArrayList<>();"
                + " int fill() { l.add(3 §/ 0); return l.get(0); } }")
        .fails(Code.EXCEPTION, "3 is divided by zero");
    network(
            "default Layer a() { int i = 0; Layer x = relu();"
                + " while (i < 3) { i = next(i §/ 0); } x = conv3x3(i - 3); return x; }"
                + " static int next(int i) { return i + 1; }")
        .fails(Code.EXCEPTION, "0 is divided by zero");
  }

  @Test
  void whatIsKnownUnderSeveralNamesIsLostUnderAll() {
    network(
            "default Layer a() { List<Layer> l = new ArrayList<>(); List<Layer> m = l;"
                + " m.add(§conv3x3(-1)); return l.get(0); }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1");
    network(
            "record Part(List<Layer> all) { Layer add(int n) {"
                + " all.add(§conv3x3(n)); return all.get(0); } }"
                + " default Layer a() { List<Layer> l = new ArrayList<>(); Part part = new Part(l);"
                + " Layer x = part.add(-1); return l.get(0); }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1");
    network(
            "default Layer a() { List<Layer> l = new ArrayList<>();"
                + " IntConsumer add = n -> l.add(§conv3x3(n)); add.accept(-1); return l.get(0); }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1");
    network(
            "default Layer a() { int[] widths = {4}; List<Layer> l = new ArrayList<>();"
                + " l.add(§conv3x3(-1)); return conv3x3(widths[§7]); }")
        .failsAtEach(
            NO_FILTERS + "-1",
            "[weft:exception] index 7 is out of bounds for an array of length 1");
  }

  @Test
  void partsAreLostWithWhatHoldsThem() {
    network(
            "default Layer a() { Layer[] l = new Layer[1]; Layer[] m = l;"
                + " l[0] = §conv3x3(-1); return m[0]; }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1");
    network(
            "default Layer a() { Layer[][] l = new Layer[1][1]; Layer[] m = l[0];"
                + " l[0][0] = §conv3x3(-1); return m[0]; }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1");
    network(
            "default Layer a() { List<List<Layer>> l = List.of(new ArrayList<>());"
                + " boolean isNew = l.get(0).add(§conv3x3(-1)); return l.get(0).get(0); }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1");
    network(
            "default Layer a() { List<List<Layer>> l = List.of(new ArrayList<>());"
                + " List<Layer> m = l.get(0); l.get(0).add(§conv3x3(-1)); return m.get(0); }")
        .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1");
    network(
            "default Layer a() { List<Layer> l = List.of(conv3x3(8), relu());"
                + " Layer x = l.get(0)§.stride(0); return residual(l.get(0)§.padding(-1), x); }")
        .failsAtEach(
            "[weft:invalid-argument] stride must be at least 1, but is 0",
            "[weft:invalid-argument] padding must be at least 0, but is -1");
    network(
            "default Layer a() { Optional<Layer> o = Optional.of(conv3x3(8));"
                + " Layer x = o.get()§.stride(0); return residual(o.get()§.padding(-1), x); }")
        .failsAtEach(
            "[weft:invalid-argument] stride must be at least 1, but is 0",
            "[weft:invalid-argument] padding must be at least 0, but is -1");
  }

  @Test
  void whatIsNotKnownToRunIsNotRun() {
    network(
            "default Layer a() { int n = 3; if (n §/ 0 > 1) { return relu(); } return conv3x3(-1); }")
        .fails(Code.EXCEPTION, "3 is divided by zero");
    network(
            "default Layer a() { Layer x = conv3x3(3); x§.stride(2);"
                + " return residual(x).shortcut(conv3x3(-1)); }")
        .fails(Code.MISUSE, "the layer that `stride` makes is not used: layers never change");
  }

  @Test
  void aLayerThatAStatementWasMeantToChangeIsUnknown() {
    network("default Layer a() { Layer x = conv3x3(8); x§.add(conv3x3(3)); return residual(x); }")
        .fails(Code.NOT_INTERPRETABLE, "there is no modifier `add(conv)` of `conv`");
  }

  @Test
  void aRecursionIsNotFollowedForEver() {
    assertThat(
            network(
                    "default Layer a() { return tower(60); } static Layer tower(int n) {"
                        + " return n == 0 ? §conv3x3(-1) : sequential(tower(n - 1), tower(n - 1)); }")
                .fails(Code.INVALID_ARGUMENT, NO_FILTERS.substring(24) + "-1"))
        .contains("in tower(0)");
  }

  @Test
  void aConstantThatHasNoValueIsOneMistake() {
    assertThat(
            network(
                    "int[] W = {1, 2}; int BAD = W[§3];"
                        + " default Layer a() { return sequential(conv3x3(BAD), conv3x3(BAD)); }")
                .fails(Code.EXCEPTION, "index 3 is out of bounds for an array of length 2"))
        .doesNotContain("also in");
  }

  @Test
  void aWrongValueThatLeavesTheShapeHidesNothing() {
    network(
            """
            default Layer a() {
              return sequential(
                  conv3x3(16)§.groups(0),
                  §expect(0, 32, 32),
                  auxiliary(§conv(8, 99))§.weight(-1),
                  conv3x3(8)§.inChannels(9),
                  §batchNorm(7),
                  §maxPool(50));
            }
            """)
        .failsAtEach(
            "[weft:invalid-argument] the number of groups must be at least 1, but is 0",
            "[weft:invalid-argument] a dimension must be at least 1, but is 0",
            "[weft:kernel-larger-than-input] the 99x99 kernel is larger than the 32x32 input",
            "[weft:invalid-argument] weight must be at least 0 and finite, but is -1.0",
            "[weft:expect-mismatch] `conv` declares 9 input channels, but gets 16",
            "[weft:expect-mismatch] `batchNorm` declares 7 channels, but gets 8",
            "[weft:kernel-larger-than-input] the 50x50 kernel is larger than the 32x32 input");
    network(
            """
            @Conv(filters = 16, kernel = 3, groups = §0) @BatchNorm(channels = §8) Layer a();
            @ExpectShape(§{0, 32, 32}) @Conv(filters = 8, kernel = §33) Layer b();
            """)
        .failsAtEach(
            "[weft:invalid-argument] the number of groups must be at least 1, but is 0",
            "[weft:expect-mismatch] `batchNorm` declares 8 channels, but gets 16",
            "[weft:invalid-argument] a dimension must be at least 1, but is 0",
            "[weft:kernel-larger-than-input] the 33x33 kernel is larger than the 30x30 input");
  }

  @Test
  void figuresAreNotComparedWithCountsThatAMistakeLeavesUnknown() {
    String imports =
        "package test; import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;"
            + " import dev.weft.dsl.annotation.*; ";
    String promises =
        "@Expect(parameters = 16) @Output(§7) @Network(input = {4, 8, 8}) interface Net { ";
    for (String layer :
        List.of(
            "default Layer a() { return conv(8, 1)§.groups(0); }",
            "default Layer a() { return withChannels(in -> conv(8, 1)§.groups(0)); }",
            "@Conv(filters = 8, kernel = 1, groups = §0) Layer a();")) {
      file("test.Net", imports + promises + layer + " @Dense(2) Layer b(); }")
          .failsAtEach(
              "[weft:output-mismatch] the output is declared as 7, but is 2",
              "[weft:invalid-argument] the number of groups must be at least 1, but is 0");
    }
  }

  @Test
  void branchesOfOtherSizesLeaveTheirChannelsKnown() {
    network(
            """
            default Layer a() {
              return sequential(
                  §concat(conv3x3(4), conv3x3(5).stride(2)),
                  §batchNorm(10),
                  append(conv3x3(4)),
                  conv3x3(8)§.inChannels(12));
            }
            """)
        .failsAtEach(
            "[weft:concat-mismatch] branch 0 produces 4x32x32, but branch 1 produces 5x16x16",
            "[weft:expect-mismatch] `batchNorm` declares 10 channels, but gets 9",
            "[weft:expect-mismatch] `conv` declares 12 input channels, but gets 13");
  }

  @Test
  void aWindowThatFitsNeitherPathIsNoConsequence() {
    String body =
        "default Layer a() { return sequential(conv3x3(16), §residual(conv(16, 3)), %s); }";
    network(body.formatted("maxPool(2), §conv(8, 40)"))
        .failsAtEach(
            "[weft:skip-mismatch] the shortcut carries 16x32x32, but the body produces 16x30x30",
            "[weft:kernel-larger-than-input] the 40x40 kernel is larger than the 16x16 input");
    assertThat(network(body.formatted("maxPool(2), conv(8, 40)")).errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .anyMatch(text -> text.contains("or    16 x 15 x 15   with the shape of the other path"));
    // A window that fits one of them, and channels, of which a third number may be meant.
    network(body.formatted("conv(8, 31)"))
        .fails(Code.SKIP_MISMATCH, "the shortcut carries 16x32x32, but the body produces 16x30x30");
    network(
            "default Layer a() { return sequential(conv3x3(16), §residual(conv3x3(31)),"
                + " residual(conv3x3(32)), conv3x3(8).inChannels(32)); }")
        .fails(Code.SKIP_MISMATCH, "the shortcut carries 16x32x32, but the body produces 31x32x32");
  }
}
