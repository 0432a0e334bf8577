package dev.weft.examples.byhand;

/** Simonyan and Zisserman 2015, table 1, in torchvision's names. */
public final class Vggs {
  private Vggs() {}

  /** {@code torchvision.models.vgg*}: blocks of so many convolutions, each with a pool behind. */
  public static ByHand imageNet(boolean normalised, int... blocks) {
    int[] filters = {64, 128, 256, 512, 512};
    int layersEach = normalised ? 3 : 2;
    return images -> {
      Features x = images;
      int index = 0;
      for (int block = 0; block < blocks.length; block++) {
        for (int i = 0; i < blocks[block]; i++) {
          x = x.biasedConv("features." + index, filters[block], 3, 1, 1);
          x = (normalised ? x.norm("features." + (index + 1)) : x).relu();
          index += layersEach;
        }
        x = x.maxPool(2, 2, 0);
        index++;
      }
      return classifier(x.adaptiveAvgPool(7));
    };
  }

  /** The dense head, which ZFNet has too. */
  static Features classifier(Features x) {
    x = x.dense("classifier.0", 4096).relu().dropout(0.5);
    x = x.dense("classifier.3", 4096).relu().dropout(0.5);
    return x.dense("classifier.6", 1000);
  }
}
