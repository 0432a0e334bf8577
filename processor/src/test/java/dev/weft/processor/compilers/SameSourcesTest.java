package dev.weft.processor.compilers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.processor.testing.Build;
import dev.weft.processor.testing.OtherJdk;
import dev.weft.processor.testing.RepositoryNetworks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The repository's networks give the same generated sources, to the byte, whatever compiles them.
 */
class SameSourcesTest {
  private static final Path DIGESTS = Path.of("src/test/resources/golden/networks.sha256");
  private static final String[] FILES =
      RepositoryNetworks.paths().stream().map(Path::toString).toArray(String[]::new);

  private static Map<String, String> expected;

  @TempDir private Path directory;

  @BeforeAll
  static void compileWithThisJavac(@TempDir Path directory) {
    expected = Build.in(directory).with("-proc:only").compile(FILES).generated();
    assertThat(expected).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void underEclipse() {
    Build build = Build.in(directory).withEclipse().with("-proc:only", "--release", "17");
    assertThat(build.compile(FILES).generated()).isEqualTo(expected);
  }

  @Test
  void forAnEarlierRelease() {
    Build build = Build.in(directory).with("-proc:only", "--release", "17");
    assertThat(build.compile(FILES).generated()).isEqualTo(expected);
  }

  @Test
  void underAnotherJdk() throws IOException, InterruptedException {
    Optional<OtherJdk> other = OtherJdk.find();
    assumeTrue(other.isPresent(), OtherJdk.HOW_TO_NAME_ONE);
    String classPath = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(List.of("-proc:only", "-processorpath", classPath, "-cp", classPath));
    arguments.addAll(List.of("-s", directory.toString(), "-d", directory.toString()));
    arguments.addAll(List.of(FILES));
    String printed = other.get().javac(arguments);
    Map<String, String> generated = new TreeMap<>();
    for (String name : expected.keySet()) {
      Path file = directory.resolve("dev/weft/examples/networks").resolve(name);
      assertThat(file).as(printed).exists();
      generated.put(name, Files.readString(file));
    }
    assertThat(generated).isEqualTo(expected);
  }

  /** Builds of the same commit by different JDKs meet here; regenerate as the failure says. */
  @Test
  void inEveryBuildOfACommit() throws IOException, NoSuchAlgorithmException {
    StringBuilder digests = new StringBuilder();
    for (Map.Entry<String, String> source : expected.entrySet()) {
      byte[] text = source.getValue().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      digests.append(HexFormat.of().formatHex(digest)).append("  ").append(source.getKey());
      digests.append('\n');
    }
    if ("update".equals(System.getProperty("weft.golden"))) {
      Files.writeString(DIGESTS, digests);
    }
    assertThat(digests)
        .as("if the change is meant: mvn test -pl processor -am -Dweft.golden=update")
        .hasToString(Files.readString(DIGESTS).replace("\r\n", "\n"));
  }
}
