package dev.weft.examples;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.augment.StandardAugmentation;
import dev.weft.runtime.data.ImageDataset;
import dev.weft.runtime.data.LabelledImages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a network sees images, which it has to see in a test as it did in training.
 *
 * @param classes their names, in the order of the outputs
 * @param way how images become as large as the network's input
 * @param colors the mean and deviation of its numbers
 */
record ImageView(List<String> classes, StandardAugmentation way, Normalization colors) {
  /** The height and width of square inputs. */
  static int side(Shape input) {
    return input.height();
  }

  /** Images as a test has them. */
  ImageDataset of(LabelledImages images, Shape input) {
    return ImageDataset.of(images, input).augmented(way.testing(side(input))).normalized(colors);
  }

  /** Images as ten crops of each. */
  ImageDataset tenCropsOf(LabelledImages images, Shape input) {
    return ImageDataset.of(images, input)
        .augmented(way.beforeTenCrop(side(input)))
        .normalized(colors)
        .tenCropped();
  }

  /** What another view has otherwise, in words; nothing if it is the same. */
  List<String> differences(ImageView other) {
    List<String> differences = new ArrayList<>();
    if (!classes.equals(other.classes)) {
      differences.add("the classes " + classes + ", not " + other.classes);
    }
    if (way != other.way) {
      differences.add("the augmentation of the recipe " + way + ", not of " + other.way);
    }
    if (!hasColorsOf(other)) {
      differences.add(colorsInWords() + ", not " + other.colorsInWords());
    }
    return differences;
  }

  private boolean hasColorsOf(ImageView other) {
    return colors.mean().equals(other.colors.mean())
        && colors.deviation().equals(other.colors.deviation());
  }

  /** Whose colours these are, or what they are. */
  String colorsInWords() {
    if (colors.mean().equals(Normalization.IMAGENET.mean())) {
      return "ImageNet's colours";
    }
    return "colours of mean "
        + inWords(colors.mean())
        + " and deviation "
        + inWords(colors.deviation());
  }

  private static String inWords(List<Double> numbers) {
    return numbers.stream()
        .map(each -> String.format(Locale.ROOT, "%.4f", each))
        .collect(Collectors.joining(", "));
  }

  /** For a checkpoint. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("classes", classes);
    map.put("augmentation", way.name());
    map.put("mean", colors.mean());
    map.put("deviation", colors.deviation());
    return map;
  }

  /** What {@link #toMap} gave. */
  static ImageView of(Map<?, ?> map) {
    return new ImageView(
        ((List<?>) map.get("classes")).stream().map(Object::toString).toList(),
        StandardAugmentation.valueOf((String) map.get("augmentation")),
        Normalization.of(numbers(map.get("mean")), numbers(map.get("deviation"))));
  }

  private static double[] numbers(Object list) {
    return ((List<?>) list).stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
  }
}
