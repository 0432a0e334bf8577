package dev.weft.runtime.data;

import dev.weft.runtime.image.Image;
import dev.weft.runtime.image.ImageDecoder;
import dev.weft.runtime.image.UnreadableImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A directory with a folder of JPEG and PNG files for each class, as torchvision's {@code
 * ImageFolder}: the classes are the folders, sorted by name, and their images are all files in them
 * and in the folders in them, but for those whose names begin with a dot. Files are decoded when
 * they are asked for.
 *
 * <pre>{@code
 * photographs/cat/1.jpg
 * photographs/cat/2.png
 * photographs/dog/a/1.jpg
 * }</pre>
 */
public final class ImageFolder implements LabelledImages {
  /** How the names of images end, in small letters. */
  public static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png");

  private final Path directory;
  private final List<String> classes;
  private final List<FolderFile> files;
  private final List<String> skipped;

  ImageFolder(Path directory, List<String> classes, List<FolderFile> files, List<String> skipped) {
    this.directory = directory;
    this.classes = List.copyOf(classes);
    this.files = List.copyOf(files);
    this.skipped = List.copyOf(skipped);
  }

  /**
   * Opens a directory that holds images and nothing else.
   *
   * @throws BadDataException if it has no folder, or one without an image
   */
  public static ImageFolder open(Path directory) throws IOException {
    return open(directory, Unreadable.REFUSE);
  }

  /**
   * Opens a directory.
   *
   * @param unreadable what becomes of files that are no images
   * @throws BadDataException if it has no folder, or one without an image
   */
  public static ImageFolder open(Path directory, Unreadable unreadable) throws IOException {
    return new FolderReader(directory, unreadable).read();
  }

  /** What was left out, and why: {@code FILE: expected ..., found ...} each. */
  public List<String> skipped() {
    return skipped;
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return files.get(index).label();
  }

  @Override
  public String name(int index) {
    return file(index).toString();
  }

  private Path file(int index) {
    return directory.resolve(files.get(index).path());
  }

  @Override
  public Image image(int index) throws IOException {
    return read(file(index));
  }

  /** Whether a file is called like an image, with one of {@link #ENDINGS} in either case. */
  public static boolean hasName(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * Reads a single file.
   *
   * @throws BadDataException if it is no image, or damaged
   */
  public static Image read(Path file) throws IOException {
    try {
      return ImageDecoder.decode(Files.readAllBytes(file));
    } catch (UnreadableImageException e) {
      throw new BadDataException(file.toString(), e.expected(), e.found(), e);
    } catch (NoSuchFileException e) {
      throw new BadDataException(file.toString(), "an image", "nothing");
    }
  }

  @Override
  public String toString() {
    return directory + ", " + files.size() + " images of " + classes.size() + " classes";
  }
}
