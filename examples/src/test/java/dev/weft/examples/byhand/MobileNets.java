package dev.weft.examples.byhand;

/** Networks of depthwise convolutions. */
public final class MobileNets {
  private MobileNets() {}

  /** Howard et al. 2017, table 1. */
  public static Features mobileNetV1(Features x) {
    int[] filters = {64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024};
    int[] strides = {1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1};
    x = x.conv("stem.0", 32, 3, 2, 1).norm("stem.1").relu();
    for (int i = 0; i < filters.length; i++) {
      String name = "features." + i;
      x = x.depthwiseConv(name + ".0", 3, strides[i]).norm(name + ".1").relu();
      x = x.conv(name + ".3", filters[i], 1, 1, 0).norm(name + ".4").relu();
    }
    return x.mean().dense("fc", 1000);
  }

  /**
   * Tan and Le 2019, table 1, as {@code torchvision.models.efficientnet_b0} builds and names it.
   */
  public static Features efficientNetB0(Features x) {
    int[] expansions = {1, 6, 6, 6, 6, 6, 6};
    int[] kernels = {3, 3, 5, 3, 5, 5, 3};
    int[] strides = {1, 2, 2, 2, 1, 2, 1};
    int[] filters = {16, 24, 40, 80, 112, 192, 320};
    int[] layers = {1, 2, 2, 3, 3, 4, 1};
    x = x.conv("features.0.0", 32, 3, 2, 1).norm("features.0.1").swish();
    int before = 0;
    for (int row = 0; row < 7; row++) {
      for (int i = 0; i < layers[row]; i++) {
        String name = "features." + (row + 1) + "." + i + ".block.";
        int stride = i == 0 ? strides[row] : 1;
        Features y = bottleneck(x, name, expansions[row], kernels[row], stride, filters[row]);
        x = i == 0 ? y : y.dropPath(0.2 * before / 16).plus(x);
        before++;
      }
    }
    x = x.conv("features.8.0", 1280, 1, 1, 0).norm("features.8.1").swish();
    return x.mean().dropout(0.2).dense("classifier.1", 1000);
  }

  private static Features bottleneck(
      Features x, String name, int expansion, int kernel, int stride, int filters) {
    int squeezed = x.channels() / 4;
    int layer = 0;
    Features y = x;
    if (expansion > 1) {
      y = y.conv(name + "0.0", expansion * x.channels(), 1, 1, 0).norm(name + "0.1").swish();
      layer++;
    }
    y = y.depthwiseConv(name + layer + ".0", kernel, stride).norm(name + layer + ".1").swish();
    layer++;
    Features gates = y.mean().biasedConv(name + layer + ".fc1", squeezed, 1, 1, 0).swish();
    gates = gates.biasedConv(name + layer + ".fc2", y.channels(), 1, 1, 0).sigmoid();
    layer++;
    y = y.times(gates).conv(name + layer + ".0", filters, 1, 1, 0);
    return y.norm(name + layer + ".1");
  }
}
