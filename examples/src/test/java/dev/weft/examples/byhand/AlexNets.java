package dev.weft.examples.byhand;

/** The first convolutional networks, and those in the manner of AlexNet. */
public final class AlexNets {
  private AlexNets() {}

  /** LeCun et al. 1998, figure 2, as it is used today. */
  public static Features leNet5(Features x) {
    x = x.biasedConv("c1.0", 6, 5, 1, 0).tanh().avgPool(2, 2);
    x = x.biasedConv("c3.0", 16, 5, 1, 0).tanh().avgPool(2, 2);
    x = x.biasedConv("c5.0", 120, 5, 1, 0).tanh();
    return x.dense("f6.0", 84).tanh().dense("output", 10);
  }

  /**
   * Krizhevsky, Sutskever, Hinton 2012, section 3.5: the second, fourth and fifth convolution see
   * only the maps of their GPU; response norms, with the figures of section 3.3, and overlapping
   * pools follow the first two.
   */
  public static Features paper(Features x) {
    x = x.biasedConv("conv1.0", 96, 11, 4, 0).relu().responseNorm(2, 1e-4).maxPool(3, 2, 0);
    x = x.biasedConv("conv2.0", 256, 5, 1, 2, 2).relu().responseNorm(2, 1e-4).maxPool(3, 2, 0);
    x = x.biasedConv("conv3.0", 384, 3, 1, 1).relu();
    x = x.biasedConv("conv4.0", 384, 3, 1, 1, 2).relu();
    x = x.biasedConv("conv5.0", 256, 3, 1, 1, 2).relu().maxPool(3, 2, 0);
    x = x.dense("fc6.0", 4096).relu().dropout(0.5);
    x = x.dense("fc7.0", 4096).relu().dropout(0.5);
    return x.dense("fc8", 1000);
  }

  /** {@code torchvision.models.alexnet}. */
  static Features torchvision(Features x) {
    x = x.biasedConv("features.0", 64, 11, 4, 2).relu().maxPool(3, 2, 0);
    x = x.biasedConv("features.3", 192, 5, 1, 2).relu().maxPool(3, 2, 0);
    x = x.biasedConv("features.6", 384, 3, 1, 1).relu();
    x = x.biasedConv("features.8", 256, 3, 1, 1).relu();
    x = x.biasedConv("features.10", 256, 3, 1, 1).relu().maxPool(3, 2, 0);
    x = x.adaptiveAvgPool(6).dropout(0.5);
    x = x.dense("classifier.1", 4096).relu().dropout(0.5);
    x = x.dense("classifier.4", 4096).relu();
    return x.dense("classifier.6", 1000);
  }

  /**
   * Zeiler and Fergus 2014, figure 3, with so many filters in the third to fifth layer. Its pools
   * round up, and its contrast normalisation is Caffe's response norm: five channels, alpha 1e-4
   * for all of them together.
   */
  static ByHand zfNet(int third, int fourth, int fifth) {
    return images -> {
      Features x = images.biasedConv("features.0", 96, 7, 2, 1).relu();
      x = x.maxPoolUp(3, 2).responseNorm(1, 1e-4 / 5);
      x = x.biasedConv("features.4", 256, 5, 2, 0).relu();
      x = x.maxPoolUp(3, 2).responseNorm(1, 1e-4 / 5);
      x = x.biasedConv("top.0", third, 3, 1, 1).relu();
      x = x.biasedConv("top.2", fourth, 3, 1, 1).relu();
      x = x.biasedConv("top.4", fifth, 3, 1, 1).relu().maxPoolUp(3, 2);
      return Vggs.classifier(x);
    };
  }
}
