package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class GeneratedSourceTest {
  private static final Path LENET5 =
      Path.of("..", "examples/src/main/java/dev/weft/examples/networks/LeNet5.java");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/LeNet5Network.java");
  private static final Path FROZEN = Path.of("src/test/resources/golden/TransferNetwork.java");

  private static Compilation compile(JavaFileObject... files) {
    return com.google.testing.compile.Compiler.javac()
        .withOptions("-Xlint:all,-processing,-path", "-Xdoclint:all,-missing")
        .withProcessors(new WeftProcessor())
        .compile(files);
  }

  private static Compilation compileLeNet5() throws IOException {
    return compile(
        JavaFileObjects.forSourceString(
            "dev.weft.examples.networks.LeNet5", Files.readString(LENET5)));
  }

  private static String source(Compilation compilation, String name) throws IOException {
    return compilation
        .generatedSourceFile(name)
        .orElseThrow(() -> new AssertionError(compilation.diagnostics().toString()))
        .getCharContent(false)
        .toString();
  }

  /** Regenerate with {@code -Dweft.golden=update}. */
  @Test
  void leNet5IsWrittenAsInTheGoldenFile() throws IOException {
    assertGolden(GOLDEN, source(compileLeNet5(), "dev.weft.examples.networks.LeNet5Network"));
  }

  private static void assertGolden(Path golden, String source) throws IOException {
    if ("update".equals(System.getProperty("weft.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, source);
    }
    assertThat(source)
        .as("if the change is meant: mvn test -pl processor -am -Dweft.golden=update")
        .isEqualToNormalizingNewlines(Files.readString(golden));
  }

  /** In front of what is trained, behind it, and as a part of a block. */
  @Test
  void frozenStagesAreWrittenAsInTheGoldenFile() throws IOException {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Transfer",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                import dev.weft.dsl.annotation.*;
                @Network(input = {3, 8, 8})
                interface Transfer {
                  @Frozen
                  @Conv(filters = 4, kernel = 3, padding = 1, bias = false) @BatchNorm @Relu
                  Layer stem();
                  default Layer layer1() { return frozen(sequential(block(4), block(4))); }
                  default Layer layer2() {
                    return sequential(block(4), frozen(block(4)), frozen(dropout(0.5)));
                  }
                  @Dense(2) Layer head();
                  static Layer block(int channels) {
                    return residual(conv3x3(channels).noBias(), batchNorm()).then(relu());
                  }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    assertGolden(FROZEN, source(compilation, "test.TransferNetwork"));
  }

  @Test
  void theSameDeclarationGivesTheSameBytes() throws IOException {
    List<byte[]> first = bytes(compileLeNet5());
    List<byte[]> second = bytes(compileLeNet5());
    assertThat(first).hasSizeGreaterThan(5);
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).isEqualTo(first.get(i));
    }
  }

  private static List<byte[]> bytes(Compilation compilation) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      try (var stream = file.openInputStream()) {
        all.add(stream.readAllBytes());
      }
    }
    return all;
  }

  @Test
  void namesThatMeanSomethingElsewhereDoNotClash() {
    String stages =
        List.of(
                "conv2d",
                "tensor",
                "kernels",
                "shape",
                "string",
                "override",
                "input",
                "output",
                "inputGrad",
                "options",
                "parameters",
                "summary",
                "predict",
                "training",
                "inference",
                "gradientSum",
                "buffer",
                "memory",
                "batch",
                "model",
                "window",
                "generated",
                "convOp",
                "nastyNetwork",
                "INPUT",
                "Window",
                "Shape",
                "ConvOp",
                "Conv2d",
                "String",
                "ModelOptions",
                "Training",
                "dev",
                "java",
                "create",
                "sideOutputs",
                "sideTensors",
                "list",
                "sides",
                "pad",
                "List",
                "Sides",
                "TrainingPass")
            .stream()
            .map(
                name ->
                    "default Layer "
                        + name
                        + "() { return residual(conv1x1(3), relu().named(\"getClass\"),"
                        + " sequential(conv1x1(3).named(\""
                        + name
                        + "\"), tanh().named(\"class\")).named(\""
                        + name
                        + "\"), conv1x1(3).named(\"conv0\"), conv1x1(3).named(\"Conv0\"),"
                        + " Layers.pad(1), auxiliary(conv1x1(2)), crop(1),"
                        + " relu().named(\"add\")); }\n")
            .collect(Collectors.joining());
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Nasty",
                "package test; import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;\n"
                    + "@Network(input = {3, 4, 4}) interface Nasty {\n"
                    + stages
                    + "}"));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  @Test
  void aWrongNetworkStillHasItsNameForOthers() {
    String text =
        Declaration.network("default Layer a() { return conv3x3(4)§.stride(0); }")
            .besides("User", "class User { NetNetwork network = new NetNetwork(); }")
            .fails(Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0");
    assertThat(text).doesNotContain("cannot find symbol");
  }

  @Test
  void nestedBlocksCompile() {
    String open = "sequential(conv1x1(2), residual(".repeat(20);
    String close = "), relu())".repeat(20);
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Nested",
                "import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;\n"
                    + "@Network(input = {2, 4, 4}) interface Nested {\n"
                    + "default Layer s() { return "
                    + open
                    + "tanh()"
                    + close
                    + "; } }"));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  @Test
  void blocksThatDifferInNamesAndNumbersOnlyShareAClass() throws IOException {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Alike",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {3, 8, 8})
                interface Alike {
                  default Layer name() { return conv1x1(4); }
                  default Layer body() { return repeat(3, i -> block(4)); }
                  default Layer odd() { return sequential(block(4), block(5), block(5)); }
                  static Layer block(int filters) {
                    return sequential(
                        conv3x3(filters).named("name"), sequential(relu(), batchNorm()).named("tail"));
                  }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    String source = source(compilation, "test.AlikeNetwork");
    assertThat(source)
        .containsOnlyOnce("/** The layers of {@code body.0} and 5 blocks like it; ")
        .containsOnlyOnce("/** The layers of {@code body.0.tail} and 5 blocks like it; ")
        .containsOnlyOnce("/** The layers of {@code body} and {@code odd}; ")
        .contains("body = new Body(kernels, \"body\", 4);")
        .contains("odd = new Body(kernels, \"odd\", 5);")
        .contains("sequential1 = new Sequential(kernels, name + \".1\", 4, filters);")
        .contains("name_2 = kernels.conv2d(name + \".name\", ConvOp.of(channels, filters, ")
        .contains("tail = new Tail(kernels, name + \".tail\", filters);")
        .contains("/** {@code name}: conv 3x3, 4, to 4 x 8 x 8. */");
  }

  @Test
  void aPassThatDoesTheSameInBlocksHasItOnce() throws IOException {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Repeats",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {4, 8, 8})
                interface Repeats {
                  default Layer first() { return repeat(3, i -> block(4)); }
                  default Layer second() { return repeat(2, i -> block(6)); }
                  static Layer block(int filters) {
                    return sequential(
                        residual(conv3x3(filters), relu(), conv3x3(filters)).project(), relu());
                  }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(source(compilation, "test.RepeatsNetwork"))
        .containsOnlyOnce("/** What a training step does in {@code first.0} and 3 blocks like it; ")
        .containsOnlyOnce("private void forward(Tensor input) {")
        .containsOnlyOnce(
            "layers.block0.conv0.forward(input, layers.block0.relu1, block0Relu1Out); // 4 x 8 x 8")
        .contains("firstSequential1Pass.forward(firstSequential0Pass.relu1Out); // 4 x 8 x 8")
        // The one block that is unlike the others, for it projects its shortcut.
        .contains("second.sequential0.block0.shortcut.forward(firstSequential2Pass.relu1Out, ")
        .containsOnlyOnce(
            "private void backward(Tensor input, Tensor gradient, Tensor inputGradient) {")
        .contains("firstSequential0Pass.backward(input, firstSequential0Relu1Grad, inputGrad2);")
        .containsOnlyOnce("/** What a prediction does in {@code first.0} and 3 blocks like it; ")
        .containsOnlyOnce("private void run(Tensor input) {");
  }

  @Test
  void whatIsComputedAtOnceAcrossTheEndOfABlockIsNoneOfTheBlock() throws IOException {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Across",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {3, 8, 8})
                interface Across {
                  default Layer stem() { return conv1x1(4); }
                  default Layer body() { return sequential(block(), gelu(), block(), tanh(), block(), gelu()); }
                  static Layer block() { return sequential(maxPool(1), conv3x3(4).noBias(), batchNorm()); }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(source(compilation, "test.AcrossNetwork"))
        .containsOnlyOnce("/** What a training step does in {@code body.0} and {@code body.4}. */")
        .contains("body.sequential2.batchNorm2.forward(bodySequential2Conv1Out, body.tanh3, ")
        .doesNotContain("What a prediction does in ")
        .contains(
            "kernels.fused(body.sequential2.conv1).batchNorm(body.sequential2.batchNorm2)"
                + ".activation(body.tanh3);");
  }

  @Test
  void blocksThatWouldNeedTooManyParametersShareNoClass() throws IOException {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Wide",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                import java.util.stream.IntStream;
                @Network(input = {2, 3, 3})
                interface Wide {
                  default Layer stem() { return conv1x1(2); }
                  default Layer branches() {
                    return sequential(branched(), conv1x1(2), branched(), conv1x1(2));
                  }
                  default Layer places() { return concat(appended(), appended()); }
                  static Layer branched() {
                    return concat(
                        IntStream.range(0, 270)
                            .mapToObj(i -> sequential(tanh(), conv1x1(1)))
                            .toArray(Layer[]::new));
                  }
                  static Layer appended() {
                    return sequential(conv1x1(2), repeat(270, i -> append(conv1x1(1), tanh())));
                  }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(source(compilation, "test.WideNetwork"))
        .contains("What a training step does in {@code branches.0.0} and 539 blocks like it")
        .contains("What a training step does in {@code places.0.1} and 537 blocks like it");
  }

  @Test
  void aSharedClassIsCalledByWholeWords() throws IOException {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Words",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {3, 8, 8})
                interface Words {
                  default Layer left() { return sequential(conv3x3(3), tanh(), conv3x3(4)); }
                  default Layer lower() { return sequential(conv3x3(5), tanh(), conv3x3(6)); }
                  default Layer stage3a() { return sequential(conv3x3(3), relu(), conv3x3(4)); }
                  default Layer stage3b() { return sequential(conv3x3(5), relu(), conv3x3(6)); }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(source(compilation, "test.WordsNetwork"))
        .contains("public static final class Left {")
        .contains("public static final class Stage {");
  }

  @Test
  void longNetworksCompile() {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Long",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {1, 2, 2})
                interface Long {
                  default Layer first() { return repeat(700, i -> maxPool(1)); }
                  default Layer body() { return repeat(2500, i -> conv1x1(1)); }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  @Test
  void deepNetworksCompile() {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "test.Deep",
                """
                package test;
                import static dev.weft.dsl.Layers.*;
                import dev.weft.dsl.*;
                @Network(input = {3, 8, 8})
                interface Deep {
                  default Layer body() {
                    return repeat(300, i -> residual(conv3x3(3).noBias(), batchNorm()).then(relu()));
                  }
                  default Layer head() { return dense(2); }
                }
                """));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }
}
