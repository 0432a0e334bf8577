package dev.weft.examples;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.augment.StandardAugmentation;
import dev.weft.runtime.data.ImageDataset;
import dev.weft.runtime.data.LabelledImages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, Object> others = other.toMap();
    return toMap().entrySet().stream()
        .filter(each -> !each.getValue().equals(others.get(each.getKey())))
        .map(each -> each.getKey() + " " + each.getValue() + ", not " + others.get(each.getKey()))
        .toList();
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
