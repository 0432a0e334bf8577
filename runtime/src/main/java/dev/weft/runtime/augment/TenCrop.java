package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * The corners and the middle of an image and of its mirror image: what AlexNet averages over when
 * it is tested. In the order of torchvision: top left, top right, bottom left, bottom right,
 * middle, then the same of the mirror image.
 *
 * @param size the size of each part
 */
public record TenCrop(Extent size) {
  /** The number of images that it makes. */
  public static final int COUNT = 10;

  /** Square crops. */
  public static TenCrop of(int size) {
    return new TenCrop(Geometry.checked("tenCrop", size, size));
  }

  /**
   * The ten images.
   *
   * @throws UnsuitableImageException if the image is smaller than its parts
   */
  public List<Image> apply(Image image) {
    Geometry.requireAtLeast(image, size, 0, this);
    List<Image> crops = new ArrayList<>(fiveCrops(image));
    crops.addAll(fiveCrops(Geometry.flip(image)));
    return crops;
  }

  private List<Image> fiveCrops(Image image) {
    int bottom = image.height() - size.height();
    int right = image.width() - size.width();
    return List.of(
        Geometry.crop(image, 0, 0, size),
        Geometry.crop(image, 0, right, size),
        Geometry.crop(image, bottom, 0, size),
        Geometry.crop(image, bottom, right, size),
        Geometry.centerCrop(image, size));
  }

  @Override
  public String toString() {
    return "tenCrop(" + Geometry.argument(size) + ")";
  }
}
