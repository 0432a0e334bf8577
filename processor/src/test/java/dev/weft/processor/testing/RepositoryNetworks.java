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

  /** The paths of the source files, in order. */
  public static List<Path> paths() throws IOException {
    try (Stream<Path> files = DIRECTORIES.stream().flatMap(RepositoryNetworks::list)) {
      return files.filter(RepositoryNetworks::declaresNetwork).sorted().toList();
    }
  }

  private static Stream<Path> list(Path directory) {
    try {
      return Files.list(directory);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static boolean declaresNetwork(Path file) {
    try {
      return Files.readString(file).contains("\n@Network(");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** The source files. */
  public static List<JavaFileObject> files() throws IOException {
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
