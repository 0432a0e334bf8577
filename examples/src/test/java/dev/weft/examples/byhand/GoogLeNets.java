package dev.weft.examples.byhand;

/** Szegedy et al. 2015, table 1. */
public final class GoogLeNets {
  private GoogLeNets() {}

  /** What a form of the network consists of. */
  private interface Parts {
    /** A convolution that keeps the size but for its stride, with all that follows. */
    Features conv(Features x, String name, int filters, int kernel, int stride);

    /** An inception block, with the columns of the table from "#1x1" to "pool proj". */
    Features inception(Features x, String name, int... columns);

    Features responseNorm(Features x);

    Features lastPool(Features x);

    Features head(Features x, String name);
  }

  /** The paper's, with heads on the outputs of 4a and 4d. */
  public static Features paper(Features x) {
    return network(x, new Paper()).dropout(0.4).dense("fc", 1000);
  }

  /** {@code torchvision.models.googlenet}. */
  static Features torchvision(Features x) {
    return network(x, new Torchvision()).dropout(0.2).dense("fc", 1000);
  }

  /** The paper's with the blocks of its figure 2(a) and without heads. */
  static Features naive(Features x) {
    return network(x, new Naive()).dropout(0.4).dense("fc", 1000);
  }

  private static Features network(Features x, Parts parts) {
    x = parts.responseNorm(parts.conv(x, "conv1", 64, 7, 2).maxPoolUp(3, 2));
    x = parts.conv(parts.conv(x, "conv2", 64, 1, 1), "conv3", 192, 3, 1);
    x = parts.responseNorm(x).maxPoolUp(3, 2);
    x = parts.inception(x, "inception3a", 64, 96, 128, 16, 32, 32);
    x = parts.inception(x, "inception3b", 128, 128, 192, 32, 96, 64);
    x = x.maxPoolUp(3, 2);
    x = parts.inception(x, "inception4a", 192, 96, 208, 16, 48, 64);
    x = parts.head(x, "aux1");
    x = parts.inception(x, "inception4b", 160, 112, 224, 24, 64, 64);
    x = parts.inception(x, "inception4c", 128, 128, 256, 24, 64, 64);
    x = parts.inception(x, "inception4d", 112, 144, 288, 32, 64, 64);
    x = parts.head(x, "aux2");
    x = parts.inception(x, "inception4e", 256, 160, 320, 32, 128, 128);
    x = parts.lastPool(x);
    x = parts.inception(x, "inception5a", 256, 160, 320, 32, 128, 128);
    x = parts.inception(x, "inception5b", 384, 192, 384, 48, 128, 128);
    return x.mean();
  }

  /** Figure 2(b). */
  private static Features inception(Parts parts, Features x, String name, int widest, int... c) {
    return Features.concat(
        parts.conv(x, name + ".branch1", c[0], 1, 1),
        parts.conv(parts.conv(x, name + ".branch2.0", c[1], 1, 1), name + ".branch2.1", c[2], 3, 1),
        parts.conv(
            parts.conv(x, name + ".branch3.0", c[3], 1, 1), name + ".branch3.1", c[4], widest, 1),
        parts.conv(x.maxPool(3, 1, 1), name + ".branch4.1", c[5], 1, 1));
  }

  private static class Paper implements Parts {
    @Override
    public Features conv(Features x, String name, int filters, int kernel, int stride) {
      return x.biasedConv(name + ".0", filters, kernel, stride, kernel / 2).relu();
    }

    @Override
    public Features inception(Features x, String name, int... columns) {
      return GoogLeNets.inception(this, x, name, 5, columns);
    }

    /** Of which the paper gives no figures; these are Caffe's. */
    @Override
    public Features responseNorm(Features x) {
      return x.responseNorm(1, 1e-4 / 5);
    }

    @Override
    public Features lastPool(Features x) {
      return x.maxPoolUp(3, 2);
    }

    /** The list in the paper's section 5. */
    @Override
    public Features head(Features x, String name) {
      return x.auxiliary(
          y -> {
            y = y.avgPool(5, 3).biasedConv(name + ".1.0", 128, 1, 1, 0).relu();
            y = y.dense(name + ".2", 1024).relu().dropout(0.7);
            return y.dense(name + ".5", 1000);
          });
    }
  }

  private static final class Naive extends Paper {
    @Override
    public Features inception(Features x, String name, int... columns) {
      return Features.concat(
          conv(x, name + ".branch1", columns[0], 1, 1),
          conv(x, name + ".branch2", columns[2], 3, 1),
          conv(x, name + ".branch3", columns[4], 5, 1),
          x.maxPool(3, 1, 1));
    }

    @Override
    public Features head(Features x, String name) {
      return x;
    }
  }

  private static final class Torchvision implements Parts {
    @Override
    public Features conv(Features x, String name, int filters, int kernel, int stride) {
      double epsilon = 0.001;
      return x.conv(name + ".conv", filters, kernel, stride, kernel / 2)
          .norm(name + ".bn", epsilon)
          .relu();
    }

    /** With 3x3 convolutions in place of the paper's 5x5. */
    @Override
    public Features inception(Features x, String name, int... columns) {
      return GoogLeNets.inception(this, x, name, 3, columns);
    }

    @Override
    public Features responseNorm(Features x) {
      return x;
    }

    @Override
    public Features lastPool(Features x) {
      return x.maxPoolUp(2, 2);
    }

    @Override
    public Features head(Features x, String name) {
      return x.auxiliary(
          y -> {
            y = conv(y.adaptiveAvgPool(4), name + ".conv", 128, 1, 1);
            y = y.dense(name + ".fc1", 1024).relu().dropout(0.7);
            return y.dense(name + ".fc2", 1000);
          });
    }
  }
}
