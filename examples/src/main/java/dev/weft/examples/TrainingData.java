package dev.weft.examples;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.augment.StandardAugmentation;
import dev.weft.runtime.data.BadDataException;
import dev.weft.runtime.data.ColorStatistics;
import dev.weft.runtime.data.DataDirectory;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.Holdout;
import dev.weft.runtime.data.ImageDataset;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.data.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Images to train and to test with.
 *
 * @param train augmented
 * @param test as tests are made
 * @param view how both were made
 * @param heldOut what the images to test with are, if they are a part of those to train with
 */
record TrainingData(Dataset train, Dataset test, ImageView view, Optional<HeldOut> heldOut) {
  /**
   * Opens a directory; where that has nothing to test with, a part of each class is held out.
   *
   * @param fraction of each class to hold out then
   */
  static TrainingData open(
      Path directory,
      UnreadableOption files,
      double fraction,
      Shape input,
      StandardAugmentation way,
      boolean imagenetColors)
      throws IOException {
    LabelledImages train = files.open(directory, Split.TRAIN);
    LabelledImages test;
    Optional<HeldOut> heldOut = Optional.empty();
    if (DataDirectory.has(directory, Split.TEST)) {
      test = files.open(directory, Split.TEST);
      requireSameClasses(directory, train.classes(), test.classes());
    } else {
      heldOut = Optional.of(HeldOut.of(train, directory, fraction));
      Holdout parts = heldOut.get().divide(train);
      train = parts.train();
      test = parts.test();
      if (test.size() == 0) {
        throw new BadDataException(
            directory.toString(),
            "a part to test with, or enough images to hold out "
                + fraction
                + " of a class (--hold-out)",
            train.size() + " images of " + train.classes().size() + " classes");
      }
    }
    Normalization colors =
        imagenetColors && input.channels() == 3
            ? Normalization.IMAGENET
            : ColorStatistics.of(train, input.channels()).normalization();
    ImageView view = new ImageView(train.classes(), way, colors);
    return new TrainingData(
        ImageDataset.of(train, input)
            .augmented(way.training(ImageView.side(input)))
            .normalized(colors),
        view.of(test, input),
        view,
        heldOut);
  }

  /** The classes of which there is no image to test with. */
  List<String> untested() {
    Set<Integer> tested =
        IntStream.range(0, test.size()).mapToObj(test::label).collect(Collectors.toSet());
    return IntStream.range(0, view.classes().size())
        .filter(label -> !tested.contains(label))
        .mapToObj(view.classes()::get)
        .toList();
  }

  private static void requireSameClasses(Path directory, List<String> train, List<String> test)
      throws BadDataException {
    if (!train.equals(test)) {
      throw new BadDataException(
          directory.toString(),
          "the same classes to train and to test with",
          train + " and " + test);
    }
  }
}
