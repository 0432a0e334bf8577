package dev.weft.processor.testing;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The networks that this repository declares, as examples and for tests. */
public final class RepositoryNetworks {
  private static final String PACKAGE = "java/dev/weft/examples/networks";
  private static final List<Path> DIRECTORIES =
      List.of(
          Path.of("..", "examples/src/main", PACKAGE), Path.of("..", "examples/src/test", PACKAGE));

  private RepositoryNetworks() {}

  /** The absolute paths of the source files, helpers among them. */
  public static List<Path> paths() {
    return DIRECTORIES.stream()
        .flatMap(RepositoryNetworks::list)
        .filter(file -> !file.toString().matches(".*(Test|package-info)\\.java"))
        .map(file -> file.toAbsolutePath().normalize())
        .sorted()
        .toList();
  }

  private static Stream<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList().stream();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The source files. */
  public static List<JavaFileObject> files() {
    return paths().stream().map(RepositoryNetworks::file).toList();
  }

  private static JavaFileObject file(Path path) {
    try {
      return JavaFileObjects.forResource(path.toUri().toURL());
    } catch (MalformedURLException cause) {
      throw new IllegalArgumentException(cause);
    }
  }
}
