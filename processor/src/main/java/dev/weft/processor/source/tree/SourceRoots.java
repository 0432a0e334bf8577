package dev.weft.processor.source.tree;

import com.sun.source.tree.CompilationUnitTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The directories that hold source files by their packages. A compilation that compiles a few files
 * again sees the others as class files only; their sources still lie there.
 */
final class SourceRoots {
  private static final String EXTENSION = ".java";

  private final Set<Path> roots = new LinkedHashSet<>();

  /** Starts with these directories. */
  SourceRoots(List<Path> directories) {
    roots.addAll(directories);
  }

  /** Adds the directory above a file and its package; files of the same build lie there too. */
  void addRootOf(CompilationUnitTree unit) {
    try {
      Path directory = Path.of(unit.getSourceFile().toUri()).toAbsolutePath().getParent();
      above(directory, unit.getPackageName() == null ? "" : unit.getPackageName().toString())
          .ifPresent(roots::add);
    } catch (IllegalArgumentException | FileSystemNotFoundException inMemory) {
      // Such a file has no neighbours.
    }
  }

  private static Optional<Path> above(Path directory, String packageName) {
    Path root = directory;
    List<String> parts = packageName.isEmpty() ? List.of() : List.of(packageName.split("\\."));
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (root == null || root.getFileName() == null || !root.endsWith(parts.get(i))) {
        return Optional.empty();
      }
      root = root.getParent();
    }
    return Optional.ofNullable(root);
  }

  /** The files that may declare a top-level type, the likeliest first. */
  List<Path> candidates(TypeElement topLevel) {
    PackageElement packageElement = (PackageElement) topLevel.getEnclosingElement();
    String folder = packageElement.getQualifiedName().toString().replace('.', '/');
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      Path directory = root.resolve(folder);
      Path own = directory.resolve(topLevel.getSimpleName() + EXTENSION);
      if (Files.isRegularFile(own)) {
        found.add(own);
      } else if (Files.isDirectory(directory)) {
        found.addAll(declaring(directory, topLevel.getSimpleName().toString()));
      }
    }
    return found;
  }

  /** The files that declare a type beside the one that they are named after. */
  private static List<Path> declaring(Path directory, String name) {
    Pattern declaration =
        Pattern.compile("\\b(class|interface|enum|record)\\s+" + Pattern.quote(name) + "\\b");
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .filter(file -> declaration.matcher(text(file)).find())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
