package dev.weft.runtime.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the classes and the files of an {@link ImageFolder}. */
final class FolderReader {
  private final Path directory;
  private final Unreadable unreadable;
  private final List<FolderFile> files = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  FolderReader(Path directory, Unreadable unreadable) {
    this.directory = directory;
    this.unreadable = unreadable;
  }

  ImageFolder read() throws IOException {
    List<String> classes = classes();
    for (int label = 0; label < classes.size(); label++) {
      find(classes.get(label), label);
    }
    if (unreadable == Unreadable.SKIP) {
      skipUnreadable();
    }
    checkEachClass(classes);
    return new ImageFolder(directory, classes, files, skipped);
  }

  private List<String> classes() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new BadDataException(
          directory.toString(),
          "a directory with a folder for each class",
          Files.exists(directory) ? "a file" : "nothing");
    }
    List<String> classes = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry) && !isHidden(entry)) {
          classes.add(entry.getFileName().toString());
        } else {
          others.add(entry);
        }
      }
    }
    if (classes.isEmpty()) {
      throw new BadDataException(
          directory.toString(),
          "a folder for each class",
          others.isEmpty() ? "nothing" : "no folder among " + others.size() + " files");
    }
    checkNoImage(others);
    classes.sort(Comparator.naturalOrder());
    return classes;
  }

  /** An image beside the folders is of no class; other files there do no harm. */
  private void checkNoImage(List<Path> besideClasses) throws BadDataException {
    List<Path> images =
        besideClasses.stream()
            .filter(file -> !isHidden(file) && ImageFolder.hasName(file))
            .sorted()
            .toList();
    for (Path image : images) {
      BadDataException problem =
          new BadDataException(
              image.toString(), "images in the folders of their classes", "this beside them");
      if (unreadable == Unreadable.REFUSE) {
        throw problem;
      }
      skipped.add(problem.getMessage());
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private void find(String name, int label) throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        directory.resolve(name),
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isHidden(file)) {
              checkSize(file, attributes);
              found.add(directory.relativize(file).toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.naturalOrder());
    found.forEach(path -> files.add(new FolderFile(path, label)));
  }

  private void checkSize(Path file, BasicFileAttributes attributes) throws IOException {
    if (unreadable == Unreadable.REFUSE && attributes.size() == 0) {
      // This refuses it.
      ImageFolder.read(file);
    }
  }

  private void skipUnreadable() {
    String[] problems =
        IntStream.range(0, files.size())
            .parallel()
            .mapToObj(i -> problem(directory.resolve(files.get(i).path())))
            .toArray(String[]::new);
    List<FolderFile> readable = new ArrayList<>();
    for (int i = 0; i < problems.length; i++) {
      if (problems[i] == null) {
        readable.add(files.get(i));
      } else {
        skipped.add(problems[i]);
      }
    }
    files.clear();
    files.addAll(readable);
  }

  /** Why a file cannot be read; null if it can. */
  private static String problem(Path file) {
    try {
      ImageFolder.read(file);
      return null;
    } catch (BadDataException e) {
      return e.getMessage();
    } catch (IOException e) {
      return file + ": " + e;
    }
  }

  private void checkEachClass(List<String> classes) throws BadDataException {
    int[] counts = new int[classes.size()];
    files.forEach(file -> counts[file.label()]++);
    for (int label = 0; label < counts.length; label++) {
      if (counts[label] == 0) {
        boolean anySkipped = skipped.stream().anyMatch(startsIn(classes.get(label)));
        throw new BadDataException(
            directory.resolve(classes.get(label)).toString(),
            "images of this class",
            anySkipped ? "none that can be read" : "none");
      }
    }
  }

  private Predicate<String> startsIn(String name) {
    String folder = directory.resolve(name) + directory.getFileSystem().getSeparator();
    return problem -> problem.startsWith(folder);
  }
}
