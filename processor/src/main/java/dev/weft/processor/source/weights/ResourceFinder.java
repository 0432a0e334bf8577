package dev.weft.processor.source.weights;

import dev.weft.processor.source.tree.SourceTrees;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * Finds a resource of a network: beside its source, in the {@code resources} folder beside the
 * folder of sources, or where the compiler looks; each time in the network's package first, then at
 * the root.
 *
 * <p>The folders of sources come first since a build tool may copy resources only after it
 * compiles.
 */
final class ResourceFinder {
  private static final List<Location> LOCATIONS =
      List.of(
          StandardLocation.CLASS_OUTPUT,
          StandardLocation.CLASS_PATH,
          StandardLocation.SOURCE_PATH,
          StandardLocation.SOURCE_OUTPUT);

  private final SourceTrees trees;
  private final Elements elements;
  private final Filer filer;

  ResourceFinder(SourceTrees trees, ProcessingEnvironment environment) {
    this.trees = trees;
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
  }

  /** The resource of this name; empty if there is none. */
  Optional<Resource> find(String name, TypeElement network) {
    String packageName = elements.getPackageOf(network).getQualifiedName().toString();
    return folders(network, packageName).stream()
        .flatMap(folder -> onDisk(folder, name).stream())
        .findFirst()
        .or(() -> managed(name, packageName));
  }

  /** The folders to look in, nearest first; none if the source is no file. */
  private List<Path> folders(TypeElement network, String packageName) {
    Optional<Path> source = source(network);
    if (source.isEmpty()) {
      return List.of();
    }
    List<Path> folders = new ArrayList<>();
    Path beside = source.get();
    folders.add(beside);
    Path inPackage = Path.of(packageName.replace('.', '/'));
    if (packageName.isEmpty() || beside.endsWith(inPackage)) {
      int up = packageName.isEmpty() ? 0 : inPackage.getNameCount();
      Path root = Stream.iterate(beside, Path::getParent).skip(up).findFirst().orElse(beside);
      Path resources = root.resolveSibling("resources");
      folders.add(resources.resolve(inPackage));
      folders.add(resources);
      folders.add(root);
    }
    return folders;
  }

  /** The folder of the network's source file. */
  private Optional<Path> source(TypeElement network) {
    return trees
        .find(network)
        .map(declared -> declared.unit().getSourceFile().toUri())
        .filter(uri -> "file".equals(uri.getScheme()))
        .map(uri -> Path.of(uri).getParent());
  }

  private static Optional<Resource> onDisk(Path folder, String name) {
    try {
      return Resource.of(folder.resolve(name));
    } catch (InvalidPathException noFileName) {
      return Optional.empty();
    }
  }

  private Optional<Resource> managed(String name, String packageName) {
    for (Location location : LOCATIONS) {
      for (String place : packageName.isEmpty() ? List.of("") : List.of(packageName, "")) {
        Optional<Resource> found = managed(location, place, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Resource> managed(Location location, String packageName, String name) {
    try {
      return Resource.of(filer.getResource(location, packageName, name));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException missing) {
      // Compilers differ in how they say that a location or a file is not there.
      return Optional.empty();
    }
  }
}
