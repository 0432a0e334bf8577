package dev.weft.examples.byhand;

import dev.weft.examples.networks.*;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.testing.Libtorch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members of each family compute what the same networks do when written by hand on libtorch. */
@Tag(Libtorch.TAG)
class FamiliesTest {
  /**
   * A network and the same by hand.
   *
   * @param inFloat how closely the two agree in single precision
   */
  record Pair(NetworkType<?> type, ByHand byHand, Precision inFloat) {
    private static final long MOST_MACS = 2_000_000_000;
    private static final long MOST_PARAMETERS = 20_000_000;

    boolean isQuick() {
      return type.macs() <= MOST_MACS && type.parameters() <= MOST_PARAMETERS;
    }

    Precision byOneDnn() {
      return inFloat == Precision.FLOAT ? Precision.FLOAT_BY_ONEDNN : inFloat;
    }

    @Override
    public String toString() {
      return type.name();
    }
  }

  private static Pair smooth(NetworkType<?> type, ByHand byHand) {
    return new Pair(type, byHand, Precision.FLOAT);
  }

  private static Pair kinked(NetworkType<?> type, ByHand byHand) {
    return new Pair(type, byHand, Precision.FLOAT_WITH_KINKS);
  }

  private static Stream<Pair> all() {
    return Stream.of(
        smooth(LeNet5Network.TYPE, AlexNets::leNet5),
        kinked(AlexNetNetwork.TYPE, AlexNets::paper),
        kinked(TorchvisionAlexNetNetwork.TYPE, AlexNets::torchvision),
        kinked(ZfNetNetwork.TYPE, AlexNets.zfNet(512, 1024, 512)),
        kinked(ZfNetFigure3Network.TYPE, AlexNets.zfNet(384, 384, 256)),
        kinked(Vgg11Network.TYPE, Vggs.imageNet(false, 1, 1, 2, 2, 2)),
        kinked(Vgg11BatchNormNetwork.TYPE, Vggs.imageNet(true, 1, 1, 2, 2, 2)),
        kinked(GoogLeNetNetwork.TYPE, GoogLeNets::paper),
        kinked(GoogLeNetNaiveNetwork.TYPE, GoogLeNets::naive),
        kinked(TorchvisionGoogLeNetNetwork.TYPE, GoogLeNets::torchvision),
        kinked(ResNet18Network.TYPE, ResNets::resNet18),
        kinked(ResNet50Network.TYPE, ResNets::resNet50),
        kinked(ResNet50V1Network.TYPE, ResNets::resNet50V1),
        kinked(DilatedResNet50Network.TYPE, ResNets::dilatedResNet50),
        kinked(CifarResNet20Network.TYPE, CifarResNets.resNet(3, Features::norm)),
        kinked(CifarPlain20Network.TYPE, CifarResNets.plain(3)),
        kinked(CifarPreActResNet20Network.TYPE, CifarResNets::preActivation),
        kinked(CifarGroupNormResNet20Network.TYPE, CifarResNets.resNet(3, Features::groupNorm)),
        kinked(
            CifarInstanceNormResNet20Network.TYPE, CifarResNets.resNet(3, Features::instanceNorm)),
        kinked(CifarLayerNormResNet20Network.TYPE, CifarResNets.resNet(3, Features::layerNorm)),
        kinked(DenseNet121Network.TYPE, DenseNets.imageNet(64, 32, 6, 12, 24, 16)),
        kinked(MobileNetV1Network.TYPE, MobileNets::mobileNetV1),
        smooth(EfficientNetB0Network.TYPE, MobileNets::efficientNetB0));
  }

  static Stream<Pair> quick() {
    return all().filter(Pair::isQuick);
  }

  static Stream<Pair> slow() {
    return all().filter(pair -> !pair.isQuick());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quick")
  void agreeInDouble(Pair pair) {
    assertAgreement(pair, Precision.DOUBLE, KernelChoice.ND4J);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quick")
  void agreeInFloat(Pair pair) {
    assertAgreement(pair, pair.inFloat(), KernelChoice.ND4J);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quick")
  void agreeByOneDnn(Pair pair) {
    assertAgreement(pair, pair.byOneDnn(), KernelChoice.ONEDNN);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @MethodSource("slow")
  void largeOnesAgreeByOneDnn(Pair pair) {
    assertAgreement(pair, pair.byOneDnn(), KernelChoice.ONEDNN);
  }

  private static void assertAgreement(Pair pair, Precision precision, KernelChoice kernels) {
    Comparison.assertAgreement(pair.type(), pair.byHand(), precision, kernels);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @MethodSource("slow")
  void largeOnesAgreeInDouble(Pair pair) {
    assertAgreement(pair, Precision.DOUBLE, KernelChoice.ND4J);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @MethodSource("slow")
  void largeOnesAgreeInFloat(Pair pair) {
    assertAgreement(pair, pair.inFloat(), KernelChoice.ND4J);
  }
}
