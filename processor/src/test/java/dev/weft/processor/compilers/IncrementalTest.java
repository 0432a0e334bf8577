package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.testing.Build;
import dev.weft.processor.testing.Build.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network's file is compiled again, as build tools do after it has changed; what it calls is
 * known as class files from before.
 */
class IncrementalTest {
  private static final String NET = "app/Net.java";
  private static final String BLOCKS = "lib/Blocks.java";

  private static final String BLOCKS_TEXT =
      """
      public final class Blocks {
        public static final int[] WIDTHS = {4, 8};
        public record Size(int filters, int kernel) {
          public Size { filters = filters * 2; }
          public Size(int filters) { this(filters, 3); }
        }
        public enum Kind { PLAIN, WIDE }
        public static Layer block(Size size, Kind kind) {
          int wide = kind == Kind.WIDE ? 2 : 1;
          return sequential(conv(size.filters() * wide, size.kernel()), Extra.after(new int[] {3}));
        }
        public static Layer block(int filters) { return conv3x3(filters); }
        public static Layer block(double rate) { return dropout(rate); }
        public static Layer block(int... filters) { return conv5x5(filters[0]); }
        public static <T> Layer block(java.util.List<? extends T> parts) { return tanh(); }
      }
      class Extra {
        static Layer after(int[] filters) { return conv3x3(filters[0]); }
      }
      """;

  private static final String NET_TEXT =
      """
      import lib.Blocks;
      import lib.Blocks.*;
      @Network(input = {3, 16, 16})
      public interface Net {
        default Layer a() { return Blocks.block(new Size(5, 3), Kind.WIDE); }
        default Layer b() { return Blocks.block(Blocks.WIDTHS[1]); }
        default Layer c() { return Blocks.block(0.25); }
        default Layer d() { return Blocks.block(6, 7, 8); }
        default Layer e() { return Blocks.block(java.util.List.of()); }
      }
      """;

  @TempDir private Path directory;
  private Build build;

  @BeforeEach
  void compileEverything() {
    build = Build.in(directory).write(BLOCKS, BLOCKS_TEXT).write(NET, NET_TEXT);
    assertThat(build.compile(BLOCKS, NET).errors()).isEmpty();
  }

  @Test
  void oneFileGivesTheSameNetworkAsAll() throws IOException {
    String whole = Files.readString(directory.resolve("generated/app/NetNetwork.java"));
    assertThat(whole)
        .contains("conv 3x3, 20", "conv 3x3, 3", "conv 3x3, 8", "dropout 0.25", "conv 5x5, 6")
        .contains("tanh");
    Files.delete(directory.resolve("generated/app/NetNetwork.java"));
    Result again = build.compile(NET);
    assertThat(again.errors()).isEmpty();
    assertThat(again.generated()).containsEntry("NetNetwork.java", whole);
  }

  @Test
  void mistakesInTheOtherFileArePointedAtThere() {
    build.write(NET, NET_TEXT.replace("Blocks.WIDTHS[1]", "-2"));
    assertThat(build.compile(NET).errors())
        .singleElement()
        .asString()
        .startsWith(
            "Blocks.java:16:51: [weft:invalid-argument] the number of filters must be at least 1, but")
        .contains("in block(-2) (Net.java:10), called from b");
  }

  @Test
  void methodThatTheSourceHasNoMoreIsAnError() throws IOException {
    build.write(BLOCKS, BLOCKS_TEXT.replace("block(int filters)", "block(long filters)"));
    assertThat(build.compile(NET).errors())
        .singleElement()
        .asString()
        .startsWith(
            "Net.java:10:36: [weft:not-interpretable] `Blocks.block` is in the class file, but not"
                + " in its source ")
        .contains("Blocks.java\n")
        .contains("fix: compile the class again from the source of today");
  }

  @Test
  void sourceThatDoesNotParseIsAnError() {
    build.write(BLOCKS, BLOCKS_TEXT.replace("return conv3x3(filters);", "return conv3x3(filters;"));
    assertThat(build.compile(NET).errors())
        .singleElement()
        .asString()
        .startsWith(
            "Blocks.java:1:1: [weft:not-interpretable] the source of `Blocks` does not compile")
        .contains("Blocks.java:16: ')'", "also in b, c, d, e");
  }

  @Test
  void missingSourceIsAnErrorThatNamesTheRemedy() throws IOException {
    deleteSource();
    build.write(NET, NET_TEXT.replaceAll("(?m)^  default Layer [acde].*\\n", ""));
    assertThat(build.compile(NET).errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:9:49: [weft:not-interpretable] there is no source of `Blocks.WIDTHS`")
        .contains("or annotate `Blocks` with @NetworkParts in the build that it comes from");
  }

  private void deleteSource() throws IOException {
    Files.delete(build.source(BLOCKS));
    Files.delete(build.classes().resolve("lib/Blocks.weftsrc"));
  }

  @Test
  void recordWithoutSourceIsAnError() throws IOException {
    deleteSource();
    build.write(NET, NET_TEXT.replaceAll("(?m)^  default Layer [bcde].*\\n", ""));
    assertThat(build.compile(NET).errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:9:43: [weft:not-interpretable] there is no source of `Size`, only");
  }

  @Test
  void sourcesOfAnotherDirectoryAreNamedByAnOption() throws IOException {
    Path other = Files.createDirectories(directory.resolve("other/lib"));
    Files.copy(build.source(BLOCKS), other.resolve("Blocks.java"));
    deleteSource();
    build.with("-Aweft.sources=" + other.getParent());
    assertThat(build.compile(NET).errors()).isEmpty();
  }

  @Test
  void fileOfTheSameNameInAnotherPackageIsNotTheSource() throws IOException {
    String moved = Files.readString(build.source(BLOCKS)).replace("package lib;", "package bib;");
    deleteSource();
    build.writeAsIs(BLOCKS, moved);
    assertThat(build.compile(NET).errors()).allSatisfy(e -> assertThat(e).contains("no source of"));
  }

  private static final String OUTER =
      "@Network(input = {3, 8, 8}) interface Outer {"
          + " default Layer all() { return network(Inner.class); } }";

  private void compileOuterAndInner() throws IOException {
    build
        .write("app/Outer.java", OUTER)
        .write(
            "app/Inner.java",
            "@Network(input = {3, 8, 8}) interface Inner {"
                + " default Layer a() { return relu(); } }");
    assertThat(build.compile("app/Outer.java", "app/Inner.java").errors()).isEmpty();
    Files.delete(build.classes().resolve("app/Inner.weftsrc"));
  }

  @Test
  void innerNetworkWithoutSourceIsAnErrorAtItsBlock() throws IOException {
    compileOuterAndInner();
    Files.delete(build.source("app/Inner.java"));
    assertThat(build.compile("app/Outer.java").errors())
        .singleElement()
        .asString()
        .startsWith(
            "Outer.java:5:76: [weft:not-interpretable] there is no source of `Inner.a`, only its"
                + " class file")
        .contains("in a of Inner (Outer.java:5), called from all")
        .contains("fix: compile it together with the network");
  }

  @Test
  void innerNetworkOfAnOlderClassFileIsAnErrorAtItsBlock() throws IOException {
    compileOuterAndInner();
    build.write(
        "app/Inner.java",
        "@Network(input = {3, 8, 8}) interface Inner { default Layer b() { return relu(); } }");
    assertThat(build.compile("app/Outer.java").errors())
        .singleElement()
        .asString()
        .startsWith(
            "Outer.java:5:76: [weft:not-interpretable] `Inner.a` is in the class file, but not in")
        .contains("fix: compile the class again from the source of today");
  }
}
