package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.dsl.Shape;
import dev.weft.runtime.image.ImageDecoder;
import dev.weft.runtime.image.Patterns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  @TempDir Path directory;

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ImageDecoder.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private Path write(String name, byte[] contents) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, contents);
  }

  private void writeImages(String... names) throws IOException {
    for (String name : names) {
      write(name, resource("rgb.png"));
    }
  }

  private void isRefused(Path file, String problem) {
    assertThatThrownBy(() -> ImageFolder.open(directory))
        .isInstanceOf(BadDataException.class)
        .hasMessage(file + ": expected " + problem);
  }

  @Test
  void classesAreFoldersAndTheirImagesAllFilesBelowByName() throws IOException {
    writeImages("dog/b.png", "cat/2.JPG", "cat/10.png", "dog/a/z.png", "Bird/x", "cat/.DS_Store");
    writeImages(".git/objects/x.png", "cat/.ipynb_checkpoints/x.png", "readme.txt");
    ImageFolder folder = ImageFolder.open(directory);
    assertThat(folder.classes()).containsExactly("Bird", "cat", "dog");
    assertThat(IntStream.range(0, folder.size()).mapToObj(folder::name))
        .containsExactly(
            directory.resolve("Bird/x").toString(),
            directory.resolve("cat/10.png").toString(),
            directory.resolve("cat/2.JPG").toString(),
            directory.resolve("dog/a/z.png").toString(),
            directory.resolve("dog/b.png").toString());
    assertThat(IntStream.range(0, 5).map(folder::label)).containsExactly(0, 1, 1, 2, 2);
    assertThat(folder.image(3).pixels()).isEqualTo(Patterns.image(16, 24).pixels());
    assertThat(folder).hasToString(directory + ", 5 images of 3 classes");
  }

  @Test
  void withoutAFolderOrAnImageInOneItIsRefused() throws IOException {
    isRefused(directory, "a folder for each class, found nothing");
    writeImages("1.png", "2.png");
    isRefused(directory, "a folder for each class, found no folder among 2 files");
    Files.delete(directory.resolve("1.png"));
    Files.delete(directory.resolve("2.png"));
    writeImages("cat/1.png");
    Files.createDirectory(directory.resolve("dog"));
    isRefused(directory.resolve("dog"), "images of this class, found none");
    assertThatThrownBy(() -> ImageFolder.open(directory.resolve("cat/1.png")))
        .hasMessageEndingWith("expected a directory with a folder for each class, found a file");
    assertThatThrownBy(() -> ImageFolder.open(directory.resolve("2")))
        .hasMessageEndingWith("expected a directory with a folder for each class, found nothing");
  }

  @Test
  void unreadableFilesAreRefusedByName() throws IOException {
    writeImages("cat/1.png", "cat/3.png");
    byte[] truncated = Arrays.copyOf(resource("baseline.jpg"), 400);
    Path file = write("cat/2.jpg", truncated);
    ImageFolder folder = ImageFolder.open(directory);
    assertThat(folder.image(2)).isNotNull();
    assertThatThrownBy(() -> folder.image(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(file + ": expected a ");
    Files.delete(file);
    assertThatThrownBy(() -> folder.image(1))
        .hasMessage(file + ": expected an image, found nothing");
    Path empty = write("cat/0.jpg", new byte[0]);
    isRefused(empty, "a JPEG or PNG image, found 0 bytes");
  }

  @Test
  void orAreSkippedAndNamed() throws IOException {
    writeImages("cat/1.png", "dog/1.png");
    Path empty = write("cat/0.jpg", new byte[0]);
    Path text = write("cat/labels.csv", "1,cat".getBytes());
    Path gif = write("dog/2.png", resource("animated.gif"));
    Path truncated = write("dog/3.jpg", Arrays.copyOf(resource("cmyk.jpg"), 500));
    ImageFolder folder = ImageFolder.open(directory, Unreadable.SKIP);
    assertThat(folder.size()).isEqualTo(2);
    assertThat(folder.label(1)).isEqualTo(1);
    assertThat(folder.skipped()).hasSize(4);
    assertThat(folder.skipped().subList(0, 3))
        .containsExactly(
            empty + ": expected a JPEG or PNG image, found 0 bytes",
            text + ": expected a JPEG or PNG image, found something else",
            gif + ": expected a JPEG or PNG image, found a GIF file");
    assertThat(folder.skipped().get(3)).startsWith(truncated + ": expected a ");
    Files.delete(directory.resolve("dog/1.png"));
    assertThatThrownBy(() -> ImageFolder.open(directory, Unreadable.SKIP))
        .hasMessage(
            directory.resolve("dog")
                + ": expected images of this class, found none that can be read");
  }

  @Test
  void anImageOfNoClassIsRefusedOrLeftOut() throws IOException {
    writeImages("cat/1.png", "dog/1.png", "b.png", "A.JPG", ".hidden.png", "readme.txt");
    String problem = ": expected images in the folders of their classes, found this beside them";
    assertThatThrownBy(() -> ImageFolder.open(directory))
        .isInstanceOf(BadDataException.class)
        .hasMessage(directory.resolve("A.JPG") + problem);
    ImageFolder folder = ImageFolder.open(directory, Unreadable.SKIP);
    assertThat(folder.size()).isEqualTo(2);
    assertThat(folder.skipped())
        .containsExactly(
            directory.resolve("A.JPG") + problem, directory.resolve("b.png") + problem);
  }

  @Test
  void aPartToTestWithNeedsOneToTrainWith() throws IOException {
    writeImages("trian/cat/1.png", "trian/dog/1.png", "test/cat/1.png", "test/dog/1.png");
    assertThatThrownBy(() -> DataDirectory.open(directory, Split.TRAIN, Unreadable.REFUSE))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            directory
                + ": expected a folder train beside the part to test with, found test, trian");
  }

  @Test
  void aDirectoryIsWhateverLiesInIt() throws IOException {
    writeImages("photos/train/cat/1.png", "photos/train/dog/1.png", "photos/val/cat/2.png");
    Path photos = directory.resolve("photos");
    LabelledImages train = DataDirectory.open(photos, Split.TRAIN, Unreadable.REFUSE);
    assertThat(train.classes()).containsExactly("cat", "dog");
    assertThat(DataDirectory.open(photos, Split.TEST, Unreadable.REFUSE).size()).isEqualTo(1);

    writeImages("vehicles/bus/1.png", "vehicles/train/1.png");
    Path vehicles = directory.resolve("vehicles");
    assertThat(DataDirectory.open(vehicles, Split.TRAIN, Unreadable.REFUSE).classes())
        .containsExactly("bus", "train");
    assertThatThrownBy(() -> DataDirectory.open(vehicles, Split.TEST, Unreadable.REFUSE))
        .hasMessage(
            vehicles
                + ": expected a folder test beside nothing but the other part, found bus, train");

    write("cifar/test_batch.bin", new byte[3073]);
    Path cifar = directory.resolve("cifar");
    assertThat(DataDirectory.open(cifar, Split.TEST, Unreadable.REFUSE).classes())
        .contains("airplane");
    write("cifar100/test.bin", new byte[3074]);
    assertThat(
            DataDirectory.open(directory.resolve("cifar100"), Split.TEST, Unreadable.REFUSE)
                .classes())
        .hasSize(100);
    write("mnist/t10k-images-idx3-ubyte", IdxBytes.images(2, 28, 28));
    write("mnist/t10k-labels-idx1-ubyte", IdxBytes.labels(1, 2));
    LabelledImages digits =
        DataDirectory.open(directory.resolve("mnist"), Split.TEST, Unreadable.REFUSE);
    assertThat(digits.image(1)).hasToString("1x28x28");
  }

  @Test
  void aPartOfEachClassIsHeldOut() {
    int[] labels = IntStream.range(0, 23).map(i -> i < 20 ? 0 : i < 22 ? 1 : 2).toArray();
    LabelledImages all =
        new ImagesInMemory(
            "x", List.of("many", "two", "one"), Shape.of(1, 1, 1), new byte[labels.length], labels);
    Holdout holdout = Holdout.of(all, 0.3, 5);
    assertThat(labels(holdout.test())).containsExactly(6, 1, 0);
    assertThat(labels(holdout.train())).containsExactly(14, 1, 1);
    assertThat(names(holdout.test())).doesNotContainAnyElementsOf(names(holdout.train()));
    assertThat(names(Holdout.of(all, 0.3, 5).test())).isEqualTo(names(holdout.test()));
    assertThat(names(Holdout.of(all, 0.3, 6).test())).isNotEqualTo(names(holdout.test()));
  }

  private static int[] labels(LabelledImages images) {
    int[] counts = new int[images.classes().size()];
    IntStream.range(0, images.size()).forEach(i -> counts[images.label(i)]++);
    return counts;
  }

  private static List<String> names(LabelledImages images) {
    return IntStream.range(0, images.size()).mapToObj(images::name).toList();
  }
}
