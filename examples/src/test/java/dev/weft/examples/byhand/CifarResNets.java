package dev.weft.examples.byhand;

/** He, Zhang, Ren, Sun 2015, section 4.2: networks of {@code 6n + 2} layers for CIFAR-10. */
final class CifarResNets {
  private CifarResNets() {}

  /** A norm of some kind. */
  interface Norm {
    Features of(Features x, String name);
  }

  /** The shortcuts have no parameters, the paper's option A. */
  static ByHand resNet(int blocks, Norm norm) {
    return images -> network(images, blocks, norm, true);
  }

  /** The same convolutions without shortcuts. */
  static ByHand plain(int blocks) {
    return images -> network(images, blocks, Features::norm, false);
  }

  private static Features network(Features x, int blocks, Norm norm, boolean residual) {
    x = norm.of(x.conv("conv1", 16, 3, 1, 1), "bn1").relu();
    for (int stage = 1; stage <= 3; stage++) {
      for (int i = 0; i < blocks; i++) {
        int channels = 8 << stage;
        int stride = stage > 1 && i == 0 ? 2 : 1;
        String name = "layer" + stage + "." + i + (residual ? "" : ".0");
        Features y = norm.of(x.conv(name + ".conv1", channels, 3, stride, 1), name + ".bn1");
        y = norm.of(y.relu().conv(name + ".conv2", channels, 3, 1, 1), name + ".bn2");
        x = (residual ? y.plus(shortcut(x, channels)) : y).relu();
      }
    }
    return x.mean().dense("linear", 10);
  }

  private static Features shortcut(Features x, int channels) {
    return x.channels() == channels ? x : x.optionA(channels);
  }

  /** He, Zhang, Ren, Sun 2016, figure 4(e): "full pre-activation". */
  static Features preActivation(Features x) {
    x = x.conv("conv1", 16, 3, 1, 1);
    for (int stage = 1; stage <= 3; stage++) {
      for (int i = 0; i < 3; i++) {
        int channels = 8 << stage;
        String name = "layer" + stage + "." + i;
        Features y = x.norm(name + ".bn1").relu();
        y = y.conv(name + ".conv1", channels, 3, stage > 1 && i == 0 ? 2 : 1, 1);
        y = y.norm(name + ".bn2").relu().conv(name + ".conv2", channels, 3, 1, 1);
        x = y.plus(shortcut(x, channels));
      }
    }
    return x.norm("bn").relu().mean().dense("linear", 10);
  }
}
