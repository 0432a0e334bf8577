package dev.weft.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens whatever data set lies in a directory: the files of MNIST, CIFAR-10 or CIFAR-100, folders
 * {@code train} and {@code test} (or {@code val}, {@code validation}) with a folder of images for
 * each class, or such folders of classes themselves, which are to train with.
 */
public final class DataDirectory {
  private static final List<String> TRAIN_FOLDERS = List.of("train", "training");
  private static final List<String> TEST_FOLDERS = List.of("test", "val", "validation");
  private static final List<String> PARTS =
      Stream.concat(TRAIN_FOLDERS.stream(), TEST_FOLDERS.stream()).toList();

  private DataDirectory() {}

  /**
   * Opens one part.
   *
   * @param unreadable what becomes of files in folders that are no images
   * @throws BadDataException if the part is not there, or damaged
   */
  public static LabelledImages open(Path directory, Split split, Unreadable unreadable)
      throws IOException {
    if (isCifar10(directory)) {
      return Cifar.load10(directory, split);
    }
    if (isCifar100(directory)) {
      return Cifar.load100(directory, split);
    }
    if (isMnist(directory)) {
      return Mnist.images(directory, split);
    }
    return ImageFolder.open(folder(directory, split), unreadable);
  }

  /** Whether a part lies there, damaged or not. */
  public static boolean has(Path directory, Split split) throws IOException {
    boolean isTrain = split == Split.TRAIN;
    if (isCifar10(directory)) {
      return hasAny(directory, isTrain ? "data_batch_1.bin" : "test_batch.bin");
    }
    if (isCifar100(directory)) {
      return hasAny(directory, isTrain ? "train.bin" : "test.bin");
    }
    if (isMnist(directory)) {
      return true;
    }
    List<String> folders = folders(directory);
    return inParts(folders) ? folders.stream().anyMatch(names(split)::contains) : isTrain;
  }

  private static boolean isCifar10(Path directory) {
    return hasAny(directory, "data_batch_1.bin", "test_batch.bin");
  }

  private static boolean isCifar100(Path directory) {
    return hasAny(directory, "train.bin", "test.bin");
  }

  private static boolean hasAny(Path directory, String... names) {
    return List.of(names).stream().anyMatch(name -> Files.isRegularFile(directory.resolve(name)));
  }

  private static boolean isMnist(Path directory) {
    return hasAny(
        directory,
        "train-images-idx3-ubyte",
        "train-images.idx3-ubyte",
        "train-images-idx3-ubyte.gz",
        "train-images.idx3-ubyte.gz",
        "t10k-images-idx3-ubyte",
        "t10k-images.idx3-ubyte",
        "t10k-images-idx3-ubyte.gz",
        "t10k-images.idx3-ubyte.gz");
  }

  private static Path folder(Path directory, Split split) throws IOException {
    List<String> folders = folders(directory);
    boolean inParts = inParts(folders);
    if (split == Split.TRAIN) {
      requireTrainBesideTest(directory, folders);
    }
    if (!inParts && split == Split.TRAIN) {
      return directory;
    }
    List<String> names = names(split);
    return folders.stream()
        .filter(folder -> inParts && names.contains(folder))
        .findFirst()
        .map(directory::resolve)
        .orElseThrow(
            () ->
                new BadDataException(
                    directory.toString(),
                    "a folder " + names.get(0) + " beside nothing but the other part",
                    String.join(", ", folders)));
  }

  /** Else a mistyped {@code train} would be a class, and {@code test} another. */
  private static void requireTrainBesideTest(Path directory, List<String> folders)
      throws BadDataException {
    if (folders.stream().anyMatch(TEST_FOLDERS::contains)
        && folders.stream().noneMatch(TRAIN_FOLDERS::contains)) {
      throw new BadDataException(
          directory.toString(),
          "a folder " + TRAIN_FOLDERS.get(0) + " beside the part to test with",
          String.join(", ", folders));
    }
  }

  /** A class may be called train or test, but hardly all of them. */
  private static boolean inParts(List<String> folders) {
    return !folders.isEmpty() && PARTS.containsAll(folders);
  }

  private static List<String> names(Split split) {
    return split == Split.TRAIN ? TRAIN_FOLDERS : TEST_FOLDERS;
  }

  private static List<String> folders(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
