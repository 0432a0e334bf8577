package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.processor.testing.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where networks may stand in files and packages, and how they may be compiled. */
class LayoutsTest {
  private static final String NET =
      """
      @Network(input = {3, 8, 8})
      interface Net {
        default Layer a() { return conv3x3(4); }
      }
      """;

  private static final String MANY =
      """
      @Network(input = {3, 8, 8})
      public interface Main {
        default Layer a() { return Second.block(4); }
        @Network(input = 5) interface Inner { @Dense(2) Layer d(); }
        class Deeper { @Network(input = 6) interface Inner { @Dense(3) Layer d(); } }
      }
      @Network(input = {1, 8, 8})
      interface Second {
        static Layer block(int filters) { return conv3x3(filters); }
        default Layer a() { return sequential(block(2), relu()); }
      }
      """;

  @TempDir private Path directory;

  private void compilesMany(Build build, String path) {
    Build.Result result = build.write(path, MANY).compile(path);
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated().keySet())
        .containsExactlyInAnyOrder(
            "MainNetwork.java",
            "Main_InnerNetwork.java",
            "Main_Deeper_InnerNetwork.java",
            "SecondNetwork.java");
    assertThat(result.generated().get("MainNetwork.java")).contains("public final class Main");
    assertThat(result.generated().get("SecondNetwork.java")).contains("\nfinal class Second");
  }

  @Test
  void severalInAFileNestedAndPackagePrivate() {
    compilesMany(Build.in(directory), "app/Main.java");
  }

  @Test
  void severalInAFileOfTheDefaultPackage() {
    compilesMany(Build.in(directory), "Main.java");
  }

  @Test
  void severalInAFileUnderEclipse() {
    compilesMany(Build.in(directory).withEclipse().with("--release", "17"), "app/Main.java");
  }

  @Test
  void classFilesOfAnEarlierBuildAreReplaced() {
    Build build = Build.in(directory).write("Net.java", NET);
    build.writeAsIs("Use.java", "class Use { Object layer = new NetNetwork().a(); }");
    assertThat(build.compile("Net.java", "Use.java").errors()).isEmpty();
    build.write("Net.java", NET.replace(" a()", " b()"));
    build.writeAsIs("Use.java", "class Use { Object layer = new NetNetwork().b(); }");
    assertThat(build.compile("Net.java", "Use.java").errors()).isEmpty();
  }

  @Test
  void processingAloneWritesTheSource() throws IOException {
    Build build = Build.in(directory).write("Net.java", NET).with("-proc:only");
    Build.Result result = build.compile("Net.java");
    assertThat(result.messages()).isEmpty();
    assertThat(result.generated()).containsKey("NetNetwork.java");
    try (var files = Files.list(build.classes())) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("Net.weftsrc");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 21, 25})
  void everyReleaseSince17Compiles(int release) {
    assumeTrue(release <= Runtime.version().feature(), "this JDK is older");
    Build build = Build.in(directory).write("Net.java", NET);
    build.with("-Xlint:all,-processing,-path", "--release", String.valueOf(release));
    assertThat(build.compile("Net.java").messages()).isEmpty();
  }

  @Test
  void fileOfAnotherEncodingIsReadBesideItsClassFile() throws IOException {
    Build build = Build.in(directory).with("-encoding", "ISO-8859-1");
    Files.createDirectories(build.source("lib"));
    String text =
        """
        package lib;
        /** Bl\u00f6cke. */
        public class Blocks {
          public static dev.weft.dsl.Layer block() { return dev.weft.dsl.Layers.relu(); }
        }
        """;
    Files.writeString(build.source("lib/Blocks.java"), text, StandardCharsets.ISO_8859_1);
    build.write("app/Net.java", NET.replace("conv3x3(4)", "lib.Blocks.block()"));
    assertThat(build.compile("lib/Blocks.java").errors()).isEmpty();
    assertThat(build.compile("app/Net.java").errors()).isEmpty();
  }
}
