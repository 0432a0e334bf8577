package dev.weft.examples;

import dev.weft.runtime.data.BadDataException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Files of images of which nobody has told the class. */
final class ImageFiles {
  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

  private ImageFiles() {}

  /**
   * The files themselves, and of folders all images in them and in the folders in them, sorted by
   * name, but for what is hidden.
   *
   * @throws BadDataException if a folder has none
   */
  static List<Path> of(List<Path> filesAndFolders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : filesAndFolders) {
      if (Files.isDirectory(each)) {
        files.addAll(in(each));
      } else {
        files.add(each);
      }
    }
    return files;
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> images =
          all.filter(file -> isImage(file) && !isHidden(folder.relativize(file)))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (images.isEmpty()) {
        throw new BadDataException(
            folder.toString(), "images (" + String.join(", ", ENDINGS) + ")", "none");
      }
      return images;
    }
  }

  private static boolean isImage(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static boolean isHidden(Path below) {
    return StreamSupport.stream(below.spliterator(), false)
        .anyMatch(part -> part.toString().startsWith("."));
  }
}
