package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Network;
import dev.weft.processor.WeftProcessor;
import dev.weft.processor.testing.Build;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Networks in named modules. Weft's jars are automatic modules, whose names their manifests fix.
 */
class ModulesTest {
  private static final String NET =
      """
      @Network(input = {3, 16, 16})
      public interface Net {
        @Conv(filters = 4, kernel = 3) Layer stem();
        default Layer a() { return lib.Blocks.block(8); }
      }
      """;

  private static final String MODULE =
      "module app { requires dev.weft.dsl; requires dev.weft.runtime; requires lib; }";

  @TempDir private static Path jars;
  private static String modulePath;
  private static String otherJars;

  @TempDir private Path directory;

  @BeforeAll
  static void makeJars() throws ReflectiveOperationException, URISyntaxException, IOException {
    Path dsl = location(Network.class);
    Path runtime = location(Class.forName("dev.weft.runtime.tensor.DataType"));
    Path processor = location(WeftProcessor.class);
    Build build = Build.in(jars);
    pack(build, "dsl.jar", dsl, "dev.weft.dsl");
    pack(build, "runtime.jar", runtime, "dev.weft.runtime");
    pack(build, "processor.jar", processor, "dev.weft.processor");
    build.write(
        "lib/Blocks.java",
        """
        @NetworkParts
        public class Blocks {
          public static Layer block(int filters) { return sequential(conv3x3(filters), relu()); }
        }
        """);
    build.writeAsIs("module-info.java", "module lib { requires dev.weft.dsl; exports lib; }");
    build.with("--module-path", jars.resolve("dsl.jar").toString());
    assertThat(build.compile("module-info.java", "lib/Blocks.java").errors()).isEmpty();
    build.jar("lib.jar");
    modulePath =
        Stream.of("dsl.jar", "runtime.jar", "lib.jar")
            .map(jar -> jars.resolve(jar).toString())
            .collect(Collectors.joining(File.pathSeparator));
    otherJars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(
                entry ->
                    !Stream.of(dsl, runtime, processor)
                        .map(Path::toString)
                        .toList()
                        .contains(entry))
            .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Within a whole build the modules are jars already, whose manifests then are under test, too.
   */
  private static void pack(Build build, String name, Path content, String module)
      throws IOException {
    if (Files.isRegularFile(content)) {
      Files.copy(content, jars.resolve(name));
    } else {
      build.jar(name, content, Map.of("Automatic-Module-Name", module));
    }
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Build build() {
    return Build.in(directory)
        .withClassPath(otherJars)
        .with("--module-path", modulePath)
        .write("app/Net.java", NET)
        .writeAsIs("module-info.java", MODULE);
  }

  @Test
  void networkInAModuleReadsThePartsOfAnother() {
    Build.Result result = build().compile("module-info.java", "app/Net.java");
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated().get("NetNetwork.java")).contains("conv 3x3, 8");
  }

  @Test
  void mistakeInsideAModulesJarIsPointedAt() {
    Build build = build().write("app/Net.java", NET.replace("block(8)", "block(0)"));
    assertThat(build.compile("module-info.java", "app/Net.java").errors())
        .singleElement()
        .asString()
        .startsWith("Blocks.weftsrc:7:62: [weft:invalid-argument] ");
  }

  @Test
  void runtimeOnTheClassPathIsNoneForAModule() {
    Build build =
        build()
            .writeAsIs("module-info.java", MODULE.replace("requires dev.weft.runtime;", ""))
            .with(
                "--module-path",
                jars.resolve("dsl.jar") + File.pathSeparator + jars.resolve("lib.jar"))
            .withClassPath(System.getProperty("java.class.path"));
    assertThat(build.compile("module-info.java", "app/Net.java").errors())
        .singleElement()
        .asString()
        .startsWith("Net.java:6:8: [weft:missing-runtime] ")
        .contains("which the module `app` does not read")
        .contains("say in module-info.java: requires dev.weft.runtime;");
  }

  @Test
  void processorIsAModuleItself() {
    Build build = build().withDeclaredProcessors();
    build.with(
        "--processor-module-path",
        jars.resolve("processor.jar") + File.pathSeparator + jars.resolve("dsl.jar"));
    if (Runtime.version().feature() >= 23) {
      // Called through its interface, a newer javac does not count that option as asking for it.
      build.with("-proc:full");
    }
    Build.Result result = build.compile("module-info.java", "app/Net.java");
    assertThat(result.errors()).isEmpty();
    assertThat(result.generated()).containsKey("NetNetwork.java");
  }
}
