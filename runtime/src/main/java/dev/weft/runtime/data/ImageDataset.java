package dev.weft.runtime.data;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Augmentation;
import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.augment.TenCrop;
import dev.weft.runtime.augment.UnsuitableImageException;
import dev.weft.runtime.image.Image;
import java.io.IOException;
import java.util.List;

/**
 * Images as a network takes them: made grey or coloured as it wants them, augmented, normalised.
 *
 * <pre>{@code
 * Dataset train = ImageDataset.of(ImageFolder.open(directory), ResNet18Network.INPUT)
 *     .augmented(Augmentation.of(randomResizedCrop(224), randomHorizontalFlip()))
 *     .normalized(Normalization.IMAGENET);
 * }</pre>
 */
public final class ImageDataset implements SampleDataset {
  private final LabelledImages images;
  private final Shape imageShape;
  private final Augmentation augmentation;
  private final Normalization normalization;
  private final boolean tenCrop;
  private final long seed;
  private final int epoch;

  private ImageDataset(
      LabelledImages images,
      Shape imageShape,
      Augmentation augmentation,
      Normalization normalization,
      boolean tenCrop,
      long seed,
      int epoch) {
    this.images = images;
    this.imageShape = imageShape;
    this.augmentation = augmentation;
    this.normalization = normalization;
    this.tenCrop = tenCrop;
    this.seed = seed;
    this.epoch = epoch;
  }

  /**
   * The images as they are, with numbers from 0 to 1.
   *
   * @param imageShape what each image must have become in the end: channels, 1 or 3, height, width
   */
  public static ImageDataset of(LabelledImages images, Shape imageShape) {
    if (imageShape.rank() != 3 || (imageShape.channels() != 1 && imageShape.channels() != 3)) {
      throw new IllegalArgumentException(
          "expected 1 or 3 channels, height and width, found " + imageShape);
    }
    return new ImageDataset(images, imageShape, Augmentation.NONE, Normalization.NONE, false, 0, 0);
  }

  /** The same images, augmented so, after they have the channels of the network. */
  public ImageDataset augmented(Augmentation augmentation) {
    return new ImageDataset(images, imageShape, augmentation, normalization, tenCrop, seed, epoch);
  }

  /** The same images with another mean and deviation. */
  public ImageDataset normalized(Normalization normalization) {
    if (!normalization.fits(imageShape.channels())) {
      throw new IllegalArgumentException(
          normalization + " is none for " + imageShape.channels() + " channels");
    }
    return new ImageDataset(images, imageShape, augmentation, normalization, tenCrop, seed, epoch);
  }

  /**
   * The same images, each as its ten crops of the network's size: what is augmented before is best
   * a {@code resize} to a little more than that.
   */
  public ImageDataset tenCropped() {
    return new ImageDataset(images, imageShape, augmentation, normalization, true, seed, epoch);
  }

  @Override
  public ImageDataset inEpoch(long seed, int epoch) {
    return new ImageDataset(images, imageShape, augmentation, normalization, tenCrop, seed, epoch);
  }

  /** The images before all that. */
  public LabelledImages images() {
    return images;
  }

  /** What is done to them. */
  public Augmentation augmentation() {
    return augmentation;
  }

  /** The mean and deviation. */
  public Normalization normalization() {
    return normalization;
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public Shape imageShape() {
    return imageShape;
  }

  @Override
  public int label(int index) {
    return images.label(index);
  }

  @Override
  public int views() {
    return tenCrop ? TenCrop.COUNT : 1;
  }

  /**
   * The views of an image before they are normalised, as one can look at them.
   *
   * @throws BadDataException if the image cannot be read or augmented; it names the file
   * @throws IllegalStateException if a transform fails otherwise; it names the file, too
   */
  public List<Image> views(int index) throws IOException {
    Image image = images.image(index).withChannels(imageShape.channels());
    try {
      Image augmented = augmentation.apply(image, SampleRandom.of(seed, epoch, index));
      return tenCrop ? crops().apply(augmented) : List.of(augmented);
    } catch (UnsuitableImageException e) {
      throw new BadDataException(images.name(index), e.expected(), e.found());
    } catch (RuntimeException e) {
      throw new IllegalStateException(images.name(index) + ": " + e, e);
    }
  }

  private TenCrop crops() {
    return new TenCrop(new Extent(imageShape.height(), imageShape.width()));
  }

  @Override
  public void read(int index, float[] target, int offset) throws IOException {
    int to = offset;
    for (Image view : views(index)) {
      if (view.height() != imageShape.height() || view.width() != imageShape.width()) {
        String by = augmentation.transforms().isEmpty() ? "" : " after " + augmentation;
        throw new BadDataException(
            images.name(index), "an image of " + imageShape.compact() + by, view.toString());
      }
      normalization.write(view, target, to);
      to += Math.toIntExact(imageShape.elements());
    }
  }
}
