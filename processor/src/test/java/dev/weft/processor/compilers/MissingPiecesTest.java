package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Network;
import dev.weft.processor.testing.Build;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations that lack what the processor or the generated code needs. */
class MissingPiecesTest {
  private static final String NET =
      """
      @Network(input = 3)
      interface Net {
        @Dense(2) Layer out();
      }
      """;

  @TempDir private Path directory;

  @Test
  void missingRuntimeIsOneError() throws URISyntaxException {
    File dsl = new File(Network.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Build build = Build.in(directory).withClassPath(dsl.toString()).write("Net.java", NET);
    assertThat(build.compile("Net.java").errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:5:1: [weft:missing-runtime] ")
        .contains("which is not on the class path")
        .contains("fix: add the dependency: dev.weft:weft-runtime");
  }

  /** Eclipse's compiler runs on any Java; the module {@code jdk.compiler} makes it a JDK. */
  @Test
  void javaWithoutItsOwnCompilerIsOneError() throws IOException, InterruptedException {
    Build build = Build.in(directory).write("Net.java", NET);
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--limit-modules",
            "java.compiler,java.logging,java.xml,jdk.zipfs",
            "-cp",
            classPath,
            Main.class.getName(),
            "--release",
            "17",
            "-cp",
            classPath,
            "-processorpath",
            classPath,
            "-processor",
            "dev.weft.processor.WeftProcessor",
            "-d",
            directory.toString(),
            build.source("Net.java").toString());
    assertThat(run(command))
        .containsOnlyOnce("ERROR in ")
        .contains("[weft:unsupported-compiler] ", "fix: run the compiler with a JDK");
  }

  @Test
  void processorWithoutItsLibraryIsOneErrorThatNamesIt() throws IOException, InterruptedException {
    String dsl = File.separator + "dsl" + File.separator;
    String without =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.contains(dsl) && !path.contains("weft-dsl"))
            .collect(Collectors.joining(File.pathSeparator));
    Build build =
        Build.in(directory)
            .write("Net.java", NET)
            .write("Other.java", NET.replace("Net {", "Other {"));
    String printed =
        run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processorpath",
                without,
                "-d",
                directory.toString(),
                build.source("Net.java").toString(),
                build.source("Other.java").toString()));
    assertThat(printed)
        .containsOnlyOnce("error: ")
        .contains(
            "[weft:incomplete-processor-path] the processor path lacks `dev.weft.dsl.Network`\n")
        .contains("fix: add to the processor path: dev.weft:weft-dsl");
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return printed;
  }
}
