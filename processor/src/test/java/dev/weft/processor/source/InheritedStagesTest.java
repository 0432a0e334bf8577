package dev.weft.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Build;
import dev.weft.processor.testing.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages that a network has from its superinterfaces. */
final class InheritedStagesTest {
  private static final String NET = "test/Net.java";
  private static final String BASE = "test/Base.java";
  private static final String STEM =
      "interface Base { default Layer stem() { return conv3x3(8); } @Relu Layer act(); }";

  @TempDir private Path directory;
  private Build build;

  @BeforeEach
  void reportLayers() {
    build = Build.in(directory).with("-Aweft.report=" + directory);
  }

  private void write(String parents, String members) {
    build.write(
        NET,
        "@Network(input = {3, 32, 32}) interface Net extends " + parents + " {" + members + "}");
  }

  /** The lines of the network's table of layers, each with its blanks as one. */
  private List<String> layers(String... files) throws IOException {
    assertThat(build.compile(files).errors()).isEmpty();
    String[] lines = Files.readString(directory.resolve("test.Net.txt")).split("\n");
    return Arrays.stream(lines)
        .skip(3)
        .takeWhile(line -> !line.startsWith("total"))
        .map(line -> line.replaceFirst("(\\w+)  +(\\w+( \\w+)*).*", "$1 $2"))
        .toList();
  }

  private static Declaration declaration(String base, String members) {
    String header =
        "package test; import static dev.weft.dsl.Layers.*; import dev.weft.dsl.*;"
            + " import dev.weft.dsl.annotation.*;\n";
    String net = "@Network(input = {3, 32, 32})\n" + members;
    return Declaration.file("test.Base", header + base).and("test.Net", header + net);
  }

  @Test
  void standInFrontOfTheNetworksOwn() throws IOException {
    write("Base", "@Dense(10) Layer out();");
    build.write(BASE, STEM);
    assertThat(layers(NET, BASE)).containsExactly("stem conv 3x3", "act relu", "out dense 10");
  }

  @Test
  void comeInTheOrderOfExtendsEachOnce() throws IOException {
    write("Second, First", "@Dense(10) Layer out();");
    build.write(
        BASE,
        "interface Root { @Relu Layer root(); }"
            + " interface First extends Root { @Tanh Layer first(); }"
            + " interface Second extends Root { @Sigmoid Layer second(); }");
    assertThat(layers(NET, BASE))
        .containsExactly("root relu", "second sigmoid", "first tanh", "out dense 10");
  }

  @Test
  void overriddenOnesStayWhereTheyWere() throws IOException {
    write("Base", "@Dense(10) Layer out(); @Override default Layer stem() { return tanh(); }");
    build.write(BASE, STEM);
    assertThat(layers(NET, BASE)).containsExactly("stem tanh", "act relu", "out dense 10");
  }

  @Test
  void mayBeDeclaredWithoutALayerFirst() throws IOException {
    write("Base", "public default Layer body() { return tanh(); }");
    build.write(BASE, "interface Base { Layer body(); @Dense(10) Layer out(); }");
    assertThat(layers(NET, BASE)).containsExactly("body tanh", "out dense 10");
  }

  @Test
  void areReadAndReadByName() throws IOException {
    write("Base", "@From({\"stem\", \"act\"}) @Dense(10) Layer out();");
    build.write(
        BASE,
        "interface Base { default Layer stem() { return relu(); }"
            + " @From(\"input\") @Tanh Layer act(); }");
    assertThat(layers(NET, BASE)).contains("stem relu", "act tanh", "out dense 10");
  }

  @Test
  void methodsThatReturnNoLayerAreNone() throws IOException {
    build.write(
        BASE,
        "interface Base { int width(); default String kind() { return \"\"; }"
            + " default Layer block(int n) { return relu(); } static Layer h() { return relu(); } }");
    String width = "default int width() { return 3; }";
    write("Base", "@Dense(10) Layer out(); @Override " + width);
    assertThat(layers(NET, BASE)).containsExactly("out dense 10");
    write("Base", "@Dense(10) Layer out(); " + width);
    assertThat(layers(NET, BASE)).containsExactly("out dense 10");
  }

  @Test
  void areReadBesideTheirClassFiles() throws IOException {
    write("Base", "@Dense(10) Layer out();");
    build.write(BASE, STEM);
    layers(NET, BASE);
    assertThat(layers(NET)).containsExactly("stem conv 3x3", "act relu", "out dense 10");
  }

  @Test
  void withoutTheirSourceAreOneError() throws IOException {
    write("Base", "@Dense(10) Layer out();");
    build.write(BASE, STEM);
    layers(NET, BASE);
    Files.delete(build.source(BASE));
    Files.delete(build.classes().resolve("test/Base.weftsrc"));
    assertThat(build.compile(NET).errors())
        .singleElement()
        .asString()
        .startsWith(
            "Net.java:5:31: [weft:misuse] the network inherits the stage `stem` from `Base`, but"
                + " there is no source of `Base`, only its class file")
        .contains(
            "fix: compile it together with the network, or annotate `Base` with @NetworkParts");
  }

  @Test
  void arePackedIntoJars() throws IOException {
    Build library = Build.in(directory.resolve("library"));
    library.write("lib/Base.java", "@NetworkParts public " + STEM);
    assertThat(library.compile("lib/Base.java").errors()).isEmpty();
    build.after(library.jar("lib.jar"));
    write("lib.Base", "@Dense(10) Layer out();");
    assertThat(layers(NET)).containsExactly("stem conv 3x3", "act relu", "out dense 10");
  }

  @Test
  void areStagesOfANetworkInANetwork() throws IOException {
    build.write(BASE, STEM + "@Network(input = {3, 8, 8}) interface Other extends Base {}");
    build.write(
        NET,
        "@Network(input = {3, 32, 32}) interface Net {"
            + " default Layer all() { return network(Other.class).until(\"act\"); } }");
    assertThat(layers(NET, BASE)).containsExactly("all.stem conv 3x3");
  }

  @Test
  void mistakesInThemArePointedAtThere() {
    declaration(
            "interface Base { default Layer stem() { return conv3x3(8)§.stride(0); } }",
            "interface Net extends Base { @Dense(10) Layer out(); }")
        .fails(Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0");
    declaration(
            "interface Base { @Conv(filters = 4, kernel = §0) Layer stem(); }",
            "interface Net extends Base { @Dense(10) Layer out(); }")
        .fails(Code.INVALID_ARGUMENT, "kernel must be at least 1, but is 0");
  }

  @Test
  void withoutALayerAreMistakesOfTheNetwork() {
    declaration("interface Base { Layer stem(); }", "§interface Net extends Base {\n}")
        .failsAndMends(
            Code.MISUSE,
            "the network inherits the stage `stem` from `Base`, which has no layer there");
  }

  @Test
  void warningsInThemAreSilencedThere() {
    declaration(
            "interface Base { @SuppressWarnings(\"weft:inexact-stride\")"
                + " default Layer stem() { return maxPool(3); } }",
            "interface Net extends Base { @Dense(10) Layer out(); }")
        .isSilent();
  }

  @Test
  void ofTwoKindsAreDeclaredAgain() {
    String bases =
        "interface Base { @Conv(filters = 4, kernel = 3) Layer stem(); }\n"
            + "interface Other { @Conv(filters = 8, kernel = 3) @Relu Layer stem(); }";
    String net = "§interface Net extends Base, Other {\n@Dense(10) Layer out();\n}";
    assertThat(
            declaration(bases, net)
                .fails(
                    Code.MISUSE,
                    "the network inherits the stage `stem` from `Base` and `Other`, which declare"
                        + " it differently"))
        .contains("Base    @Conv(filters=4, kernel={3}) (Base.java:2)")
        .contains("Other   @Conv(filters=8, kernel={3}) @Relu (Base.java:3)")
        .endsWith(
            "fix: declare it in the network, which overrides both:"
                + " @Conv(filters=4, kernel={3}) Layer stem();");
    declaration(bases, net.replace("@Dense", "@Conv(filters=4, kernel={3}) Layer stem(); @Dense"))
        .isRight();
    // What one of them overrides, and what is the same, is no second kind.
    declaration(bases.replace("interface Other", "interface Other extends Base"), net).isRight();
    declaration(bases.replace("8", "4").replace("@Relu", ""), net).isRight();
  }
}
