package dev.weft.processor.source;

import static dev.weft.processor.testing.Declaration.file;
import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A name that means nothing is one error, with the name that was probably meant. */
final class UnknownNamesTest {
  private static String fails(String members, String headline) {
    return network(members).fails(Code.NOT_INTERPRETABLE, headline);
  }

  private static String mends(String members, String headline) {
    return network(members).failsAndMends(Code.NOT_INTERPRETABLE, headline);
  }

  @Test
  void factoriesHaveNearestNames() {
    assertThat(mends("default Layer a() { return §con3x3(64); }", "cannot find a method `con3x3`"))
        .contains("fix: write the nearest name: conv3x3(64)");
    assertThat(mends("default Layer a() { return §maxpool(2); }", "cannot find a method `maxpool`"))
        .contains("fix: write the nearest name: maxPool(2)");
    assertThat(fails("default Layer a() { return Layers§.Relu(); }", "there is no `Relu()`"))
        .contains("fix: write the nearest name: relu()");
    assertThat(fails("default Layer a() { return Layers§.xyzzyx(); }", "there is no `xyzzyx()`"))
        .contains("fix: take one of the factories of dev.weft.dsl.Layers");
  }

  @Test
  void layersOfOtherLibrariesHaveTheirNameHere() {
    Map<String, String> meant =
        Map.of(
            "silu()", "swish()",
            "linear(10)", "dense(10)",
            "conv2d(16, 3)", "conv(16, 3)",
            "convTranspose2d(16, 2)", "transposedConv(16, 2)",
            "cat(relu(), tanh())", "concat(relu(), tanh())",
            "BatchNorm2d(3)", "batchNorm(3)",
            "maxPool2d(2)", "maxPool(2)",
            "zeroPadding2d(1)", "pad(1)");
    meant.forEach(
        (call, here) -> {
          String fix = "fix: write the name that it has here: " + here;
          String name = call.substring(0, call.indexOf('('));
          assertThat(
                  mends(
                      "default Layer a() { return §" + call + "; }",
                      "cannot find a method `" + name + "`"))
              .contains(fix);
          assertThat(network("default Layer a() { return Layers." + call + "; }").errors())
              .extracting(error -> error.getMessage(Locale.ROOT))
              .singleElement(InstanceOfAssertFactories.STRING)
              .contains(fix);
        });
  }

  @Test
  void layersWithoutLikeHaveNoNearestName() {
    for (String call : List.of("elu()", "selu()", "mish()", "hardSigmoid()", "prelu()")) {
      String name = call.substring(0, call.indexOf('('));
      assertThat(
              fails(
                  "default Layer a() { return §" + call + "; }",
                  "cannot find a method `" + name + "`"))
          .contains("fix: declare it, or import it");
      assertThat(
              fails(
                  "default Layer a() { return Layers§." + call + "; }",
                  "there is no `" + call + "`"))
          .contains("fix: take one of the factories of dev.weft.dsl.Layers");
    }
    assertThat(
            mends(
                "default Layer a() { return §hardsigmoid(); } static Layer hardSigmoid() { return"
                    + " relu6(); }",
                "cannot find a method `hardsigmoid`"))
        .contains("fix: write the nearest name: hardSigmoid()");
  }

  @Test
  void aFactoryThatTakesOtherArgumentsIsShownWithThem() {
    assertThat(fails("default Layer a() { return §conv2d(8); }", "cannot find a method `conv2d`"))
        .endsWith("fix: write the name that it has here: conv(8, /* int kernel */)");
    assertThat(
            fails(
                "default Layer a() { return §batchnorm2d(3, 4); }",
                "cannot find a method `batchnorm2d`"))
        .endsWith("fix: write the name that it has here: batchNorm() or batchNorm(int channels)");
    assertThat(fails("default Layer a() { return §tanhh(6); }", "cannot find a method `tanhh`"))
        .endsWith("fix: write the nearest name: tanh()");
    assertThat(
            fails(
                "default Layer a() { return §blok(8); }"
                    + " static Layer block(int n, int stride) { return conv3x3(n); }",
                "cannot find a method `blok`"))
        .endsWith("fix: write the nearest name: block(8, /* int stride */)");
  }

  @Test
  void aConvolutionOfAnotherKernelIsToldHowToGiveIt() {
    assertThat(mends("default Layer a() { return §conv2x2(8); }", "cannot find a method `conv2x2`"))
        .endsWith("fix: give the kernel as a number: conv(8, 2)");
    assertThat(mends("default Layer a() { return §conv1x7(8); }", "cannot find a method `conv1x7`"))
        .endsWith("fix: give the kernel as a number: conv(8, 1, 7)");
  }

  @Test
  void ofNearNamesTheOneThatTakesTheArgumentsIsMeant() {
    assertThat(
            mends(
                "default Layer a() { return §leakyRela(0.1); }",
                "cannot find a method `leakyRela`"))
        .endsWith("fix: write the nearest name: leakyRelu(0.1)");
    assertThat(
            mends(
                "default Layer a() { return §blockk(8); }"
                    + " static Layer blocks() { return relu(); }"
                    + " static Layer blocked(int n) { return conv3x3(n); }",
                "cannot find a method `blockk`"))
        .endsWith("fix: write the nearest name: blocked(8)");
    assertThat(
            fails(
                "default Layer a() { return dense(120)§.inits(256); }",
                "there is no modifier `inits(256)` of `dense`"))
        .endsWith("fix: write the nearest name: init(Init init)");
  }

  @Test
  void whatComesInIsNoArgumentHere() {
    assertThat(
            network("default Layer a() { return §linear(3072, 10); }")
                .failsAndMends(Code.NOT_INTERPRETABLE, "cannot find a method `linear`"))
        .endsWith(
            "fix: write the name that it has here: dense(10)"
                + "      what comes in is inferred; .inFeatures(3072) checks it");
    network("default Layer a() { return dense(10).inFeatures(3072); }").isRight();
    // As in PyTorch, or with a stride, as in Keras.
    assertThat(
            fails(
                "default Layer a() { return §conv2d(3, 64, 3); }", "cannot find a method `conv2d`"))
        .endsWith(
            "fix: write the name that it has here: conv(int filters, int kernel) or conv(int"
                + " filters, int kernelHeight, int kernelWidth)");
  }

  @Test
  void modifiersOfOtherLibrariesHaveTheirNameHere() {
    assertThat(
            network("default Layer a() { return dense(120)§.inputs(3072); }")
                .fails(Code.NOT_INTERPRETABLE, "there is no modifier `inputs(3072)` of `dense`"))
        .endsWith("fix: write the name that it has here: inFeatures(3072)");
    assertThat(
            fails(
                "default Layer a() { return conv3x3(8)§.inputs(3); }",
                "there is no modifier `inputs(3)` of `conv`"))
        .endsWith("fix: write the name that it has here: inChannels(3)");
    assertThat(
            fails(
                "default Layer a() { return conv3x3(8)§.dilationRate(2); }",
                "there is no modifier `dilationRate(2)` of `conv`"))
        .endsWith("fix: write the name that it has here: dilation(2)");
  }

  @Test
  void aShortenedModifierIsNoLayerBehind() {
    assertThat(
            fails(
                "default Layer a() { return conv(16, 3)§.pad(1); }",
                "there is no modifier `pad(1)` of `conv`"))
        .contains("fix: write the nearest name: padding(1)");
    assertThat(
            fails(
                "default Layer a() { return relu()§.pad(1); }",
                "there is no modifier `pad(1)` of `relu`"))
        .contains("fix: put them into a sequence: sequential(relu(), pad(1))");
    Map<String, String> near = Map.of("dilate(2)", "dilation(2)", "group(4)", "groups(4)");
    near.forEach(
        (call, modifier) ->
            assertThat(
                    fails(
                        "default Layer a() { return conv(16, 3)§." + call + "; }",
                        "there is no modifier `" + call + "` of `conv`"))
                .contains("fix: write the nearest name: " + modifier));
  }

  @Test
  void stagesHaveNearestNames() {
    for (String name : List.of("c", "Features", "C")) {
      String wrong = Character.isUpperCase(name.charAt(0)) ? name.toLowerCase(Locale.ROOT) : "C";
      assertThat(
              network("@Relu Layer " + name + "(); @From(§\"" + wrong + "\") @Relu Layer d();")
                  .failsAndMends(
                      Code.UNKNOWN_STAGE,
                      "the stage `d` reads `" + wrong + "`, but there is no such stage"))
          .contains("fix: write the nearest name: \"" + name + "\"");
    }
  }

  @Test
  void modifiersHaveNearestNames() {
    assertThat(
            fails(
                "default Layer a() { return conv3x3(8)§.strides(2); }",
                "there is no modifier `strides(2)` of `conv`"))
        .contains("fix: write the nearest name: stride(2)");
  }

  @Test
  void helpersAndVariablesHaveNearestNames() {
    assertThat(
            mends(
                "default Layer a() { return §blok(8); }"
                    + " static Layer block(int n) { return conv3x3(n); }",
                "cannot find a method `blok`"))
        .contains("fix: write the nearest name: block(8)");
    assertThat(
            fails(
                "default Layer a() { int width = 8; return conv3x3(§widht); }",
                "cannot find `widht`"))
        .contains("fix: write the nearest name: width");
    assertThat(
            fails(
                "int WIDTH = 8; default Layer a() { return conv3x3(§WIDHT); }",
                "cannot find `WIDHT`"))
        .contains("fix: write the nearest name: WIDTH");
    assertThat(
            fails(
                "default Layer a() { return Blocks§.blok(); }",
                "cannot find a method `blok` in Blocks",
                "class Blocks { static Layer block() { return relu(); } }"))
        .contains("fix: write the nearest name: block()");
  }

  private static String fails(String members, String headline, String blocks) {
    return network(members).besides("Blocks", blocks).fails(Code.NOT_INTERPRETABLE, headline);
  }

  @Test
  void fieldsHaveNearestNames() {
    assertThat(
            fails(
                "record Size(int width) { int twice() { return this§.widht * 2; } }"
                    + " default Layer a() { return conv3x3(new Size(3).twice()); }",
                "cannot find `widht`"))
        .contains("fix: write the nearest name: width");
    assertThat(
            fails(
                "default Layer a() { int[] widths = {8}; return conv3x3(widths§.size); }",
                "cannot find `size`"))
        .contains("fix: write the only field of an array: length");
  }

  @Test
  void unknownNamesCannotBeAssigned() {
    assertThat(
            fails(
                "default Layer a() { §undefined = 3; return relu(); }", "cannot find `undefined`"))
        .contains("fix: declare it, or import it");
    assertThat(
            fails(
                "default Layer a() { int width = 1; §widht = 3; return relu(); }",
                "cannot find `widht`"))
        .contains("fix: write the nearest name: width");
  }

  @Test
  void methodsOfTheJdkHaveNearestNames() {
    String headline = "`lenght()` is not among the JDK's methods that a declaration can call";
    assertThat(fails("default Layer a() { return conv3x3(\"abc\"§.lenght()); }", headline))
        .contains("fix: write the nearest name: length");
    assertThat(
            fails(
                "default Layer a() { return conv3x3(Integer§.getInteger(\"x\")); }",
                "`Integer.getInteger(\"x\")` is not among the JDK's methods that a declaration can"
                    + " call"))
        .contains("fix: write it with what is pure in String, Math, the boxes, ");
  }

  @Test
  void whatStandsBehindALayerElsewhereIsASequenceHere() {
    String sequence = "fix: put them into a sequence: sequential(conv3x3(8).stride(2), relu())";
    for (String name : List.of("then", "add", "append", "followedBy")) {
      String call = "conv3x3(8).stride(2)§." + name + "(relu())";
      assertThat(
              fails(
                  "default Layer a() { return " + call + "; }",
                  "there is no modifier `" + name + "(relu)` of `conv`"))
          .contains(sequence);
    }
    assertThat(
            fails(
                "default Layer a() { return conv3x3(8).stride(2)§.relu(); }",
                "there is no modifier `relu()` of `conv`"))
        .contains(sequence);
    network("default Layer a() { return sequential(conv3x3(8).stride(2), relu()); }").isRight();
    assertThat(
            fails(
                "default Layer a() { return sequential(relu(), batchNorm())§.dropout(0.5); }",
                "there is no modifier `dropout(0.5)` of `sequential`"))
        .contains("fix: put them into a sequence: sequential(relu(), batchNorm(), dropout(0.5))");
    assertThat(
            fails(
                "default Layer a() { return conv3x3(8)§.frobnicate(); }",
                "there is no modifier `frobnicate()` of `conv`"))
        .contains("fix: there are dilation, groups, ");
  }

  @Test
  void referencesHaveNearestNames() {
    assertThat(
            fails(
                "default Layer a() { IntFunction<Layer> f = §Layers::conv3x33; return f.apply(3); }",
                "there is no `conv3x33(3)`"))
        .contains("fix: write the nearest name: conv3x3")
        .doesNotContain("conv3x3(");
  }

  @Test
  void methodsAreCalled() {
    assertThat(
            fails(
                "default Layer a() { return §batchNorm.named(\"b\"); }", "cannot find `batchNorm`"))
        .contains("fix: it is a method, so call it: batchNorm()");
  }

  @Test
  void importsAreNamed() {
    String head = "package test; import dev.weft.dsl.Layer; import dev.weft.dsl.Network; ";
    String net = "@Network(input = {3, 8, 8}) interface Net { default Layer a() { ";
    assertThat(
            file("test.Net", head + net + "return §conv3x3(8); } }")
                .fails(Code.NOT_INTERPRETABLE, "cannot find a method `conv3x3`"))
        .contains("fix: import the factories: import static dev.weft.dsl.Layers.*;");
    assertThat(
            file("test.Net", head + net + "return §Layers.conv3x3(8); } }")
                .fails(Code.NOT_INTERPRETABLE, "cannot find `Layers`"))
        .contains("fix: import it: import dev.weft.dsl.Layers;");
    assertThat(
            file(
                    "test.Net",
                    head + net + "var all = new §ArrayList<Layer>(); return all.get(0); } }")
                .fails(Code.NOT_INTERPRETABLE, "cannot find `ArrayList`"))
        .contains("fix: import it: import java.util.ArrayList;");
  }
}
