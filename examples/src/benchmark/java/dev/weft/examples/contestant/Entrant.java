package dev.weft.examples.contestant;

import dev.weft.runtime.model.NetworkType;
import dev.weft.examples.byhand.AlexNets;
import dev.weft.examples.byhand.ByHand;
import dev.weft.examples.byhand.DenseNets;
import dev.weft.examples.byhand.GoogLeNets;
import dev.weft.examples.byhand.MobileNets;
import dev.weft.examples.byhand.ResNets;
import dev.weft.examples.byhand.Vggs;
import dev.weft.examples.networks.*;
import java.util.Locale;
import java.util.function.Supplier;

/** The networks of the benchmark. */
public enum Entrant {
  /** LeCun et al. 1998. */
  LENET5("LeNet-5", () -> LeNet5Network.TYPE, AlexNets::leNet5),
  /** Krizhevsky et al. 2012. */
  ALEXNET("AlexNet", () -> AlexNetNetwork.TYPE, AlexNets::paper),
  /** Simonyan and Zisserman 2015. */
  VGG16("VGG-16", () -> Vgg16Network.TYPE, Vggs.imageNet(false, 2, 2, 3, 3, 3)),
  /** Szegedy et al. 2015, with its auxiliary heads in training. */
  GOOGLENET("GoogLeNet", () -> GoogLeNetNetwork.TYPE, GoogLeNets::paper),
  /** He et al. 2015. */
  RESNET18("ResNet-18", () -> ResNet18Network.TYPE, ResNets::resNet18),
  /** He et al. 2015, with the stride in the 3x3 convolutions. */
  RESNET50("ResNet-50", () -> ResNet50Network.TYPE, ResNets::resNet50),
  /** Huang et al. 2017. */
  DENSENET121(
      "DenseNet-121", () -> DenseNet121Network.TYPE, DenseNets.imageNet(64, 32, 6, 12, 24, 16)),
  /** Howard et al. 2017. */
  MOBILENETV1("MobileNetV1", () -> MobileNetV1Network.TYPE, MobileNets::mobileNetV1),
  /** Tan and Le 2019. */
  EFFICIENTNETB0(
      "EfficientNet-B0", () -> EfficientNetB0Network.TYPE, MobileNets::efficientNetB0);

  private final String title;
  private final Supplier<NetworkType<?>> type;
  private final ByHand byHand;

  Entrant(String title, Supplier<NetworkType<?>> type, ByHand byHand) {
    this.title = title;
    this.type = type;
    this.byHand = byHand;
  }

  /** Its name in tables. */
  public String title() {
    return title;
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What Weft generated. */
  public NetworkType<?> type() {
    return type.get();
  }

  /** The same on libtorch. */
  ByHand byHand() {
    return byHand;
  }
}
