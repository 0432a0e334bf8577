package dev.weft.examples;

import static dev.weft.examples.Arguments.require;
import static dev.weft.examples.Arguments.wrong;

import dev.weft.dsl.Nearest;
import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Augmentation;
import dev.weft.runtime.augment.StandardAugmentation;
import dev.weft.runtime.augment.TenCrop;
import dev.weft.runtime.data.ImageDataset;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.data.Split;
import dev.weft.runtime.image.Image;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft preview DIR}. */
@Command(
    name = "preview",
    description = {
      "Writes a sheet of images as a training sees them: in each row one of the images, then what"
          + " becomes of it in one epoch after the other. DIR holds a folder of JPEG and PNG files"
          + " for each class, perhaps in a folder train, or the files of MNIST or CIFAR."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PreviewCommand implements Callable<Integer> {
  private static final int MOST_IMAGES_A_SIDE = 100;
  private static final int LARGEST = 1024;
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final long MEASURED_NANOS = 4_000_000_000L;

  private final PrintStream out;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The data set.")
  private Path directory;

  @Option(
      names = "--augment",
      paramLabel = "HOW",
      defaultValue = "googlenet",
      description = {
        "A paper's way (lenet5, alexnet, vgg, googlenet, resnet, resnet-cifar, densenet), or"
            + " transforms such as \"randomCrop(32).padding(4), randomHorizontalFlip()\";"
            + " ${DEFAULT-VALUE}."
      })
  private String augment;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "The height and width with a paper's way, or of ten crops; else the paper's.")
  private Integer size;

  @Option(names = "--ten-crop", description = "Shows the ten crops of a test instead.")
  private boolean tenCrop;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "6",
      description = "Images; ${DEFAULT-VALUE}.")
  private int rows;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "8",
      description = "Epochs; ${DEFAULT-VALUE}.")
  private int columns;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides which images and what becomes of them; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "sheet.png",
      description = "The PNG to write; ${DEFAULT-VALUE}.")
  private Path file;

  @Mixin private UnreadableOption files;

  @Option(
      names = "--speed",
      description = "Also measures how many images a thread makes in a second, without a network.")
  private boolean speed;

  PreviewCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    checkArguments();
    Optional<StandardAugmentation> paper = paper();
    Augmentation augmentation = paper.map(this::of).orElseGet(this::parsed);
    LabelledImages images = files.open(directory, Split.TRAIN);
    files.printSkipped(out);
    int side = side(paper);
    ImageDataset data = ImageDataset.of(images, Shape.of(3, side, side)).augmented(augmentation);
    int[] chosen =
        new Random(seed).ints(0, images.size()).distinct().limit(count(images)).toArray();
    writeSheet(tenCrop ? data.tenCropped() : data, chosen);
    printLegend(data, chosen);
    if (speed) {
      printSpeed(data);
    }
    return 0;
  }

  private int count(LabelledImages images) {
    return Math.min(rows, images.size());
  }

  /**
   * The size of the network's images; of transforms that were listed, only ten crops ask for it.
   */
  private int side(Optional<StandardAugmentation> paper) {
    return size != null ? size : paper.orElse(StandardAugmentation.GOOGLENET).usualSize();
  }

  private Augmentation of(StandardAugmentation paper) {
    int side = side(Optional.of(paper));
    return tenCrop ? paper.beforeTenCrop(side) : paper.training(side);
  }

  private Optional<StandardAugmentation> paper() {
    if (augment.contains("(")) {
      return Optional.empty();
    }
    String name = augment.strip().toLowerCase(Locale.ROOT);
    List<String> names = Stream.of(StandardAugmentation.values()).map(Object::toString).toList();
    if (!names.contains(name)) {
      throw wrong(spec, "unknown augmentation '" + augment + "'; " + Nearest.hint(name, names));
    }
    return Optional.of(StandardAugmentation.values()[names.indexOf(name)]);
  }

  private Augmentation parsed() {
    if (size != null && !tenCrop) {
      throw wrong(
          spec, "--size goes with the name of a paper; transforms say their sizes themselves");
    }
    try {
      return Augmentation.parse(augment);
    } catch (IllegalArgumentException e) {
      throw wrong(spec, "--augment: " + e.getMessage());
    }
  }

  private void writeSheet(ImageDataset data, int... chosen) throws IOException {
    List<List<Image>> sheet = new ArrayList<>();
    for (int index : chosen) {
      List<Image> row = new ArrayList<>();
      row.add(data.images().image(index));
      for (int epoch = 1; epoch <= (tenCrop ? 1 : columns); epoch++) {
        row.addAll(data.inEpoch(seed, epoch).views(index));
      }
      sheet.add(row);
    }
    try {
      new Sheet(sheet).write(file);
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private void printLegend(ImageDataset data, int... chosen) {
    LabelledImages images = data.images();
    out.printf(Locale.ROOT, "%,d images of %,d classes%n", images.size(), images.classes().size());
    out.println(
        data.augmentation() + (tenCrop ? ", " + TenCrop.of(data.imageShape().height()) : ""));
    for (int row = 0; row < chosen.length; row++) {
      int index = chosen[row];
      out.printf(
          Locale.ROOT,
          "row %d: %s (%s)%n",
          row + 1,
          images.classes().get(images.label(index)),
          images.name(index));
    }
    out.println("written: " + file);
  }

  private void printSpeed(ImageDataset data) throws IOException {
    // Java compiles what runs often, in the first seconds.
    imagesPerSecond(data, WARM_UP_NANOS);
    out.printf(
        Locale.ROOT, "one thread makes %,.0f images/s%n", imagesPerSecond(data, MEASURED_NANOS));
  }

  private double imagesPerSecond(ImageDataset data, long nanos) throws IOException {
    long start = System.nanoTime();
    long elapsed = 0;
    int made = 0;
    while (elapsed < nanos) {
      data.inEpoch(seed, made / data.size()).views(made % data.size());
      made++;
      elapsed = System.nanoTime() - start;
    }
    return made * 1e9 / elapsed;
  }

  private void checkArguments() {
    requireAtMost("--rows", MOST_IMAGES_A_SIDE, rows);
    requireAtMost("--columns", MOST_IMAGES_A_SIDE, columns);
    if (size != null) {
      requireAtMost("--size", LARGEST, size);
    }
  }

  private void requireAtMost(String option, int most, int found) {
    require(spec, found >= 1 && found <= most, option, "from 1 to " + most, found);
  }
}
