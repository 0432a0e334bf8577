package dev.weft.examples.byhand;

/** Huang, Liu, van der Maaten, Weinberger 2017, table 1, in torchvision's names. */
public final class DenseNets {
  private DenseNets() {}

  /** {@code torchvision.models.densenet*}. */
  public static ByHand imageNet(int filters, int growth, int... blocks) {
    return images -> {
      Features x = images.conv("features.conv0", filters, 7, 2, 3).norm("features.norm0").relu();
      x = x.maxPool(3, 2, 1);
      for (int block = 1; block <= blocks.length; block++) {
        for (int i = 1; i <= blocks[block - 1]; i++) {
          x = layer(x, "features.denseblock" + block + ".denselayer" + i, growth);
        }
        if (block < blocks.length) {
          x = transition(x, "features.transition" + block);
        }
      }
      return x.norm("features.norm5").relu().mean().dense("classifier", 1000);
    };
  }

  private static Features layer(Features x, String name, int growth) {
    Features y = x.norm(name + ".norm1").relu().conv(name + ".conv1", 4 * growth, 1, 1, 0);
    y = y.norm(name + ".norm2").relu().conv(name + ".conv2", growth, 3, 1, 1);
    return Features.concat(x, y);
  }

  private static Features transition(Features x, String name) {
    int half = x.channels() / 2;
    return x.norm(name + ".norm").relu().conv(name + ".conv", half, 1, 1, 0).avgPool(2, 2);
  }
}
