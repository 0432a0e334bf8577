package dev.weft.runtime.augment;

import static dev.weft.runtime.augment.Transforms.centerCrop;
import static dev.weft.runtime.augment.Transforms.pad;
import static dev.weft.runtime.augment.Transforms.pcaNoise;
import static dev.weft.runtime.augment.Transforms.randomCrop;
import static dev.weft.runtime.augment.Transforms.randomHorizontalFlip;
import static dev.weft.runtime.augment.Transforms.randomResize;
import static dev.weft.runtime.augment.Transforms.randomResizedCrop;
import static dev.weft.runtime.augment.Transforms.resize;

import java.util.Locale;

/** What the papers do with images before a network sees them, to start from and to change. */
public enum StandardAugmentation {
  /** LeNet-5 (LeCun et al. 1998): digits with a border of 2 pixels. */
  LENET5(32) {
    @Override
    public Augmentation training(int size) {
      return testing(size);
    }

    @Override
    public Augmentation testing(int size) {
      return size == 32 ? Augmentation.of(pad(2)) : Augmentation.of(resize(size, size));
    }
  },
  /** AlexNet (Krizhevsky et al. 2012): crops of the middle square of 256, and colour noise. */
  ALEXNET(224) {
    @Override
    public Augmentation training(int size) {
      return Augmentation.of(
          resize(larger(size)),
          centerCrop(larger(size)),
          randomCrop(size),
          randomHorizontalFlip(),
          pcaNoise(0.1));
    }
  },
  /** VGG (Simonyan and Zisserman 2015): crops at scales from 256 to 512, and colour noise. */
  VGG(224) {
    @Override
    public Augmentation training(int size) {
      return Augmentation.of(
          randomResize(larger(size), 2 * larger(size)),
          randomCrop(size),
          randomHorizontalFlip(),
          pcaNoise(0.1));
    }
  },
  /** GoogLeNet (Szegedy et al. 2015): crops of 8 to 100 % of the area, of 3:4 to 4:3. */
  GOOGLENET(224) {
    @Override
    public Augmentation training(int size) {
      return Augmentation.of(randomResizedCrop(size), randomHorizontalFlip());
    }
  },
  /** ResNet (He et al. 2016): crops at scales from 256 to 480, and colour noise. */
  RESNET(224) {
    @Override
    public Augmentation training(int size) {
      return Augmentation.of(
          randomResize(larger(size), larger(size) * 15 / 8),
          randomCrop(size),
          randomHorizontalFlip(),
          pcaNoise(0.1));
    }
  },
  /**
   * ResNet on CIFAR-10 (the same): crops out of a border of 4 pixels. Images of another size than
   * CIFAR's are scaled first.
   */
  RESNET_CIFAR(32) {
    @Override
    public Augmentation training(int size) {
      return Augmentation.of(
          resize(size), randomCrop(size).padding(size / 8), randomHorizontalFlip());
    }

    @Override
    public Augmentation testing(int size) {
      return Augmentation.of(resize(size), centerCrop(size));
    }
  },
  /** DenseNet on ImageNet (Huang et al. 2017), as GoogLeNet. */
  DENSENET(224) {
    @Override
    public Augmentation training(int size) {
      return GOOGLENET.training(size);
    }
  };

  private final int usualSize;

  StandardAugmentation(int usualSize) {
    this.usualSize = usualSize;
  }

  /** The height and width of the paper's images. */
  public int usualSize() {
    return usualSize;
  }

  /** For training with square images of a size. */
  public abstract Augmentation training(int size);

  /** For testing with square images of a size: the middle of the image. */
  public Augmentation testing(int size) {
    return Augmentation.of(resize(larger(size)), centerCrop(size));
  }

  /** What comes before {@link TenCrop} when square crops of a size are tested. */
  public Augmentation beforeTenCrop(int size) {
    return Augmentation.of(resize(larger(size)));
  }

  /** In the proportion of 256 to 224. */
  private static int larger(int size) {
    return size * 8 / 7;
  }

  /** As on a command line: {@code resnet-cifar}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
