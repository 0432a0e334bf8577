package dev.weft.examples;

import dev.weft.runtime.data.BadDataException;
import dev.weft.runtime.data.ImageFolder;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Files of images of which nobody has told the class. */
final class ImageFiles {
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
          all.filter(file -> ImageFolder.hasName(file) && !isHidden(folder.relativize(file)))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (images.isEmpty()) {
        String endings = String.join(", ", ImageFolder.ENDINGS);
        throw new BadDataException(folder.toString(), "images (" + endings + ")", "none");
      }
      return images;
    }
  }

  private static boolean isHidden(Path below) {
    return StreamSupport.stream(below.spliterator(), false)
        .anyMatch(part -> part.toString().startsWith("."));
  }
}
