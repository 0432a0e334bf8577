package dev.weft.examples.byhand;

/** He, Zhang, Ren, Sun 2015, table 1, in torchvision's names. */
public final class ResNets {
  private ResNets() {}

  /** A block of so many channels, torchvision's {@code planes}. */
  private interface Block {
    Features of(Features x, String name, int channels, int stride);
  }

  /** {@code torchvision.models.resnet18}. */
  public static Features resNet18(Features x) {
    return imageNet(x, ResNets::basic, 2, 2, 2, 2);
  }

  /** The stride in the 3x3 convolutions, as in torchvision. */
  public static Features resNet50(Features x) {
    return imageNet(x, (y, name, n, s) -> bottleneck(y, name, n, 1, s), 3, 4, 6, 3);
  }

  /** The stride in the first of a block's convolutions, as in the paper. */
  static Features resNet50V1(Features x) {
    return imageNet(x, (y, name, n, s) -> bottleneck(y, name, n, s, 1), 3, 4, 6, 3);
  }

  private static Features imageNet(Features x, Block block, int... blocks) {
    x = x.conv("conv1", 64, 7, 2, 3).norm("bn1").relu().maxPool(3, 2, 1);
    for (int stage = 0; stage < 4; stage++) {
      for (int i = 0; i < blocks[stage]; i++) {
        String name = "layer" + (stage + 1) + "." + i;
        x = block.of(x, name, 64 << stage, stage > 0 && i == 0 ? 2 : 1);
      }
    }
    return x.mean().dense("fc", 1000);
  }

  private static Features basic(Features x, String name, int channels, int stride) {
    Features y = x.conv(name + ".conv1", channels, 3, stride, 1).norm(name + ".bn1").relu();
    y = y.conv(name + ".conv2", channels, 3, 1, 1).norm(name + ".bn2");
    return y.plus(shortcut(x, name, channels, stride)).relu();
  }

  private static Features bottleneck(
      Features x, String name, int channels, int firstStride, int secondStride) {
    Features y = x.conv(name + ".conv1", channels, 1, firstStride, 0).norm(name + ".bn1").relu();
    y = y.conv(name + ".conv2", channels, 3, secondStride, 1).norm(name + ".bn2").relu();
    y = y.conv(name + ".conv3", 4 * channels, 1, 1, 0).norm(name + ".bn3");
    return y.plus(shortcut(x, name, 4 * channels, firstStride * secondStride)).relu();
  }

  private static Features shortcut(Features x, String name, int channels, int stride) {
    return x.channels() == channels && stride == 1
        ? x
        : x.conv(name + ".downsample.0", channels, 1, stride, 0).norm(name + ".downsample.1");
  }

  /** {@code torchvision.models.resnet50(replace_stride_with_dilation=[False, True, True])}. */
  static Features dilatedResNet50(Features x) {
    x = x.conv("conv1", 64, 7, 2, 3).norm("bn1").relu().maxPool(3, 2, 1);
    for (int i = 0; i < 3; i++) {
      x = bottleneck(x, "layer1." + i, 64, 1, 1);
    }
    for (int i = 0; i < 4; i++) {
      x = bottleneck(x, "layer2." + i, 128, 1, i == 0 ? 2 : 1);
    }
    for (int i = 0; i < 6; i++) {
      x = dilated(x, "layer3." + i, 256, i == 0 ? 1 : 2);
    }
    for (int i = 0; i < 3; i++) {
      x = dilated(x, "layer4." + i, 512, i == 0 ? 2 : 4);
    }
    return x.mean().dense("fc", 1000);
  }

  private static Features dilated(Features x, String name, int channels, int dilation) {
    Features y = x.conv(name + ".conv1", channels, 1, 1, 0).norm(name + ".bn1").relu();
    y = y.dilatedConv(name + ".conv2", channels, 3, dilation).norm(name + ".bn2").relu();
    y = y.conv(name + ".conv3", 4 * channels, 1, 1, 0).norm(name + ".bn3");
    return y.plus(shortcut(x, name, 4 * channels, 1)).relu();
  }
}
