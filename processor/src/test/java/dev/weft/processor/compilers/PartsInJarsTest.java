package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.testing.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks of one build, used by the networks of another that has its jar only. */
class PartsInJarsTest {
  private static final String NET =
      """
      import lib.*;
      @Network(input = {3, 16, 16})
      public interface Net {
        default Layer a() { return Blocks.block(Blocks.Size.of(4)); }
        default Layer b() { return Blocks.deep(2); }
      }
      """;

  @TempDir private static Path libraryDirectory;
  private static Build library;
  private static Path jar;

  @TempDir private Path directory;
  private Build user;

  @BeforeAll
  static void makeLibrary() {
    library = Build.in(libraryDirectory);
    library
        .write(
            "lib/Blocks.java",
            """
            import static lib.inner.Sizes.*;
            /** Größen. */
            @NetworkParts
            public interface Blocks {
              record Size(int filters) {
                public Size { filters += STEP[0]; }
                public static Size of(int filters) { return new Size(filters); }
              }
              static Layer block(Size size) {
                return residual(conv3x3(size.filters()), Beside.after()).project();
              }
              static Layer deep(int depth) { return Helper.deep(depth); }
            }
            class Beside {
              static Layer after() { return relu(); }
            }
            """)
        .write(
            "lib/Helper.java",
            """
            class Helper {
              static Layer deep(int depth) {
                return depth == 0 ? identity() : sequential(conv1x1(lib.Widths.of(depth)), deep(depth - 1));
              }
            }
            """)
        .write("lib/Widths.java", "class Widths { static int of(int depth) { return 6 * depth; } }")
        .write(
            "lib/inner/Sizes.java", "public class Sizes { public static final int[] STEP = {3}; }")
        .write(
            "lib/Loose.java",
            "public class Loose { public static Layer block() { return relu(); } }")
        .write(
            "lib/Base.java", "@Network(input = 3) public interface Base { @Dense(2) Layer d(); }")
        .write(
            "lib/Small.java",
            """
            @Network(input = {3, 16, 16})
            public interface Small extends Family {
              @Override default int[] blocks() { return new int[] {1, 2}; }
              @Override default Layer block(int filters) { return conv1x1(filters); }
            }
            interface Family {
              default Layer features() { return repeat(blocks()[1], i -> block(5 + i)); }
              int[] blocks();
              Layer block(int filters);
            }
            """)
        .with("-encoding", "UTF-8");
    assertThat(
            library
                .compile(
                    "lib/Blocks.java",
                    "lib/Helper.java",
                    "lib/Widths.java",
                    "lib/inner/Sizes.java",
                    "lib/Loose.java",
                    "lib/Base.java",
                    "lib/Small.java")
                .errors())
        .isEmpty();
    jar = library.jar("blocks.jar");
  }

  @BeforeEach
  void writeNetwork() {
    user = Build.in(directory).write("app/Net.java", NET);
  }

  @Test
  void markedTypesAndWhatTheyReferToArePacked() throws IOException {
    Path classes = library.classes().resolve("lib");
    String source = Files.readString(library.source("lib/Blocks.java"), StandardCharsets.UTF_8);
    assertThat(classes.resolve("Blocks.weftsrc")).hasContent(source);
    assertThat(classes.resolve("Beside.weftsrc")).hasContent(source);
    assertThat(classes.resolve("Helper.weftsrc")).exists();
    assertThat(classes.resolve("Widths.weftsrc")).exists();
    assertThat(classes.resolve("inner/Sizes.weftsrc")).exists();
    assertThat(classes.resolve("Base.weftsrc")).exists();
    assertThat(classes.resolve("Loose.weftsrc")).doesNotExist();
  }

  @Test
  void networksOfAnotherBuildReadThem() {
    user.after(jar);
    Build.Result result = user.compile("app/Net.java");
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated().get("NetNetwork.java"))
        .contains("conv 3x3, 7", "conv 1x1, 12", "conv 1x1, 6");
  }

  @Test
  void eclipseReadsThemToo() {
    user.after(jar).withEclipse().with("--release", "17");
    assertThat(user.compile("app/Net.java").errors()).isEmpty();
    user.write(
        "app/Other.java",
        NET.replace("Size.of(4)", "Size.of(-9)").replace("face Net", "face Other"));
    assertThat(user.compile("app/Other.java").errors())
        .singleElement()
        .asString()
        .startsWith("Other.java:7:18: [weft:invalid-argument] ")
        .contains("at Blocks.weftsrc:14:21\n");
  }

  /** Class files do not keep {@code @Override}, by which one knows such methods in source. */
  @Test
  void networkThatOverridesAHelperIsABlockToo() {
    user.after(jar)
        .write(
            "app/Net.java",
            """
            @Network(input = {3, 16, 16})
            public interface Net {
              default Layer backbone() { return network(lib.Small.class); }
            }
            """);
    Build.Result result = user.compile("app/Net.java");
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated().get("NetNetwork.java")).contains("conv 1x1, 5", "conv 1x1, 6");
  }

  @Test
  void mistakesInThemArePointedAtInsideTheJar() {
    user.after(jar).write("app/Net.java", NET.replace("Size.of(4)", "Size.of(-9)"));
    Build.Result result = user.compile("app/Net.java");
    assertThat(result.errors())
        .singleElement()
        .asString()
        .startsWith("Blocks.weftsrc:14:21: [weft:invalid-argument] the number of filters must be")
        .contains("in block(Size(-6)) (Net.java:8), called from a");
    assertThat(result.messages().get(0).getSource().getName())
        .isEqualTo(jar + "!/lib/Blocks.weftsrc");
  }

  @Test
  void whatIsNotPackedIsAnErrorThatNamesTheRemedy() {
    user.after(jar).write("app/Net.java", NET.replace("Blocks.deep(2)", "Loose.block()"));
    assertThat(user.compile("app/Net.java").errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:9:35: [weft:not-interpretable] there is no source of `Loose.block`")
        .contains(
            "fix: compile it together with the network, or annotate `Loose` with @NetworkParts in"
                + " the build that it comes from");
  }

  @Test
  void directoryOfClassFilesServesAsWell() {
    assertThat(user.after(library.classes()).compile("app/Net.java").errors()).isEmpty();
  }
}
