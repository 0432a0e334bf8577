package dev.weft.runtime.augment;

import dev.weft.runtime.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Transforms, one after the other. It prints as it was declared, and {@link #parse} reads that
 * back.
 *
 * <pre>{@code
 * Augmentation augmentation = Augmentation.of(randomCrop(32).padding(4), randomHorizontalFlip());
 * }</pre>
 *
 * @param transforms the first to apply first
 */
public record Augmentation(List<Transform> transforms) implements Transform {
  /** Leaves images as they are. */
  public static final Augmentation NONE = of();

  /** Keeps a copy of the list. */
  public Augmentation {
    transforms = List.copyOf(transforms);
  }

  /** These transforms, the first first. */
  public static Augmentation of(Transform... transforms) {
    return new Augmentation(List.of(transforms));
  }

  /**
   * Reads transforms as they print, separated by commas: {@code "randomCrop(32).padding(4),
   * randomHorizontalFlip()"}.
   *
   * @throws IllegalArgumentException if they are not written so; the message says where
   */
  public static Augmentation parse(String text) {
    return new Augmentation(new TransformParser(text).parse());
  }

  /** These transforms and one more. */
  public Augmentation then(Transform next) {
    List<Transform> longer = new ArrayList<>(transforms);
    longer.add(next);
    return new Augmentation(longer);
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    Image transformed = image;
    for (Transform transform : transforms) {
      transformed = transform.apply(transformed, random);
    }
    return transformed;
  }

  @Override
  public String toString() {
    return transforms.stream().map(Transform::toString).collect(Collectors.joining(", "));
  }
}
