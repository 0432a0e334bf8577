package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.testing.Build;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler, which has none of javac's trees. */
class EclipseTest {
  private static final String NET =
      """
      @Network(input = {3, 32, 32})
      public interface Net {
        @Conv(filters = 8, kernel = 3, padding = 1) @BatchNorm @Relu Layer stem();
        default Layer body() {
          return sequential(repeat(2, i -> lib.Blocks.block(8 << i)));
        }
        @Dense(10) Layer head();
      }
      """;

  private static final String BLOCKS =
      """
      public final class Blocks {
        public static Layer block(int channels) {
      \treturn residual(
              conv3x3(channels), relu(), conv3x3(channels))
            .project().then(relu());
        }
      }
      """;

  @TempDir private Path directory;

  private Build build() {
    return Build.in(directory).withEclipse().with("--release", "17");
  }

  @Test
  void bothFormsAndHelpersOfOtherFilesAreRead() {
    Build build = build().write("app/Net.java", NET).write("lib/Blocks.java", BLOCKS);
    assertThat(build.compile("app/Net.java", "lib/Blocks.java").errors()).isEmpty();
    assertThat(build.classes().resolve("app/NetNetwork.class")).exists();
    assertThat(build.classes().resolve("app/Net.weftsrc")).hasContent(text(build, "app/Net.java"));
    assertThat(build.classes().resolve("lib/Blocks.weftsrc")).exists();
  }

  private static String text(Build build, String path) {
    try {
      return Files.readString(build.source(path));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  @Test
  void mistakeIsPrintedAtItsMethodAndSaysItsPlace() {
    String wrong = BLOCKS.replace(".project()", "");
    Build build = build().write("app/Net.java", NET).write("lib/Blocks.java", wrong);
    List<String> errors = build.compile("app/Net.java", "lib/Blocks.java").errors();
    assertThat(errors)
        .singleElement()
        .asString()
        .startsWith(
            """
            Blocks.java:6:23: [weft:skip-mismatch] the shortcut carries 8x32x32, but the body \
            produces 16x32x32
              at Blocks.java:7:16
              \treturn residual(
              \t       ^
            """);
  }

  @Test
  void mistakeInAnAnnotationIsPrintedAtItsValue() {
    Build build = build().write("app/Net.java", NET.replace("kernel = 3", "kernel = 40"));
    build.write("lib/Blocks.java", BLOCKS);
    assertThat(build.compile("app/Net.java", "lib/Blocks.java").errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:7:")
        .contains("[weft:kernel-larger-than-input] ", "\n  at Net.java:7:");
  }

  @Test
  void mistakesInTheInputAreMarkedAtTheNumber() {
    Build build = build().write("Net.java", NET.replace("{3, 32, 32}", "{3, 0, 32}"));
    build.write("lib/Blocks.java", BLOCKS);
    assertThat(build.compile("Net.java", "lib/Blocks.java").errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:4:1: [weft:misuse] a dimension of the input must be at least 1")
        .contains("\n  at Net.java:4:22");
  }

  @Test
  void unchangedFilesAreReadBesideTheirClassFiles() throws IOException {
    Build build = build().write("app/Net.java", NET).write("lib/Blocks.java", BLOCKS);
    assertThat(build.compile("lib/Blocks.java").errors()).isEmpty();
    assertThat(build.compile("app/Net.java").errors()).isEmpty();
    deleteGenerated(build);
    build.write("lib/Blocks.java", BLOCKS.replace("relu(), conv", "conv3x3(0), conv"));
    assertThat(build.compile("app/Net.java").errors())
        .singleElement()
        .asString()
        .contains("the number of filters must be at least 1", "\n  at Blocks.java:8:");
  }

  @Test
  void generatedClassOfAnEarlierBuildIsAnErrorThatSaysSo() {
    Build build = build().write("app/Net.java", NET).write("lib/Blocks.java", BLOCKS);
    assertThat(build.compile("app/Net.java", "lib/Blocks.java").errors()).isEmpty();
    assertThat(build.compile("app/Net.java", "lib/Blocks.java").errors())
        .singleElement()
        .asString()
        .startsWith(
            "Net.java:6:18: [weft:misuse] the class to be generated, `app.NetNetwork`, exists"
                + " already on the class path")
        .contains("fix: remove the class files of the earlier build");
  }

  /** What a build tool does with what an annotation processor made of a file that has changed. */
  private static void deleteGenerated(Build build) throws IOException {
    try (Stream<Path> files = Files.list(build.classes().resolve("app"))) {
      for (Path file : files.filter(each -> each.toString().contains("NetNetwork")).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void classesThatAnotherProcessorGeneratesAreWaitedFor() {
    Build build =
        build().write("Net.java", NET.replace("lib.Blocks.block(8 << i)", "Sizes.block()"));
    assertThat(build.with(SizesGenerator::new).compile("Net.java").errors()).isEmpty();
  }

  /** Weft's processor beside one that generates the class {@code Sizes} in the first round. */
  private static final class SizesGenerator extends WeftBeside {
    @Override
    void generate(Filer filer) throws IOException {
      try (Writer out = filer.createSourceFile("Sizes").openWriter()) {
        out.write(
            "class Sizes { static dev.weft.dsl.Layer block() { return dev.weft.dsl.Layers.relu(); } }");
      }
    }
  }

  @Test
  void annotationsWithoutTheirValuesAreErrors() {
    Build build =
        build()
            .write(
                "Net.java",
                """
                @Network(input = {3, 8, 8}) @Output @Weights @SuppressWarnings
                interface Net {
                  @Relu Layer a();
                  @From @Relu Layer b();
                  @Conv Layer c();
                  @Dropout @SuppressWarnings Layer d();
                }
                """);
    assertThat(build.compile("Net.java").errors())
        .noneMatch(error -> error.contains("weft:internal"))
        .anyMatch(error -> error.contains("From must define the attribute value"))
        .anyMatch(error -> error.contains("Conv must define the attribute filters"))
        .noneMatch(error -> error.contains("[weft:"));
  }

  @Test
  void environmentOfTheCommandLineIsTheSame() {
    Build build = build().write("app/Net.java", NET.replace("3, padding", "0, padding"));
    StringWriter printed = new StringWriter();
    String classPath = System.getProperty("java.class.path");
    boolean success =
        new Main(new PrintWriter(printed), new PrintWriter(printed), false, null, null)
            .compile(
                new String[] {
                  "--release",
                  "17",
                  "-classpath",
                  classPath,
                  "-processorpath",
                  classPath,
                  "-d",
                  build.classes().toString(),
                  "-s",
                  build.classes().toString(),
                  build.source("app/Net.java").toString()
                });
    assertThat(success).isFalse();
    assertThat(printed.toString())
        .contains("[weft:invalid-argument] kernel must be at least 1, but is 0");
  }
}
