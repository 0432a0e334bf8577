package dev.weft.examples.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A temporary directory with the declarations, and what compilations of them need. */
final class Workplace implements AutoCloseable {
  /** The jars on the processor path of a user's build. */
  private static final Pattern OF_THE_PROCESSOR =
      Pattern.compile("weft-(dsl|processor)-\\d.*\\.jar");

  private final Path directory;

  Workplace(List<String> networks) throws IOException {
    directory = Files.createTempDirectory("weft-benchmark");
    for (String network : networks) {
      try (InputStream source = Workplace.class.getResourceAsStream(network + ".java")) {
        Files.copy(source, source(network));
      }
    }
  }

  Path source(String network) {
    return directory.resolve(network + ".java");
  }

  /** A new directory. */
  Path fresh() throws IOException {
    return Files.createTempDirectory(directory, "out");
  }

  /** The class path of a user's build: this program's own. */
  static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** The processor path of a user's build, and this program in front. */
  static String processorPath() throws IOException {
    try {
      URI program = Workplace.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Stream.concat(
              Stream.of(Path.of(program).toString()),
              Arrays.stream(classPath().split(File.pathSeparator))
                  .filter(entry -> OF_THE_PROCESSOR.matcher(new File(entry).getName()).matches()))
          .collect(Collectors.joining(File.pathSeparator));
    } catch (URISyntaxException impossible) {
      throw new IOException(impossible);
    }
  }

  @Override
  public void close() throws IOException {
    delete(directory);
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
