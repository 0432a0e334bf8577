package dev.weft.examples;

import dev.weft.dsl.Nearest;
import dev.weft.examples.networks.*;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The networks of the collection, family by family. */
final class Networks {
  static final List<NetworkType<?>> ALL =
      List.of(
          LeNet5Network.TYPE,
          AlexNetNetwork.TYPE,
          TorchvisionAlexNetNetwork.TYPE,
          ZfNetNetwork.TYPE,
          ZfNetFigure3Network.TYPE,
          Vgg11Network.TYPE,
          Vgg13Network.TYPE,
          Vgg16Network.TYPE,
          Vgg19Network.TYPE,
          Vgg11BatchNormNetwork.TYPE,
          Vgg13BatchNormNetwork.TYPE,
          Vgg16BatchNormNetwork.TYPE,
          Vgg19BatchNormNetwork.TYPE,
          Vgg16ConvolutionalNetwork.TYPE,
          PooledVgg16Network.TYPE,
          GoogLeNetNetwork.TYPE,
          GoogLeNetWithoutHeadsNetwork.TYPE,
          GoogLeNetNaiveNetwork.TYPE,
          TorchvisionGoogLeNetNetwork.TYPE,
          TorchvisionGoogLeNetWithoutHeadsNetwork.TYPE,
          ResNet18Network.TYPE,
          ResNet34Network.TYPE,
          ResNet50Network.TYPE,
          ResNet101Network.TYPE,
          ResNet152Network.TYPE,
          ResNet50V1Network.TYPE,
          ResNet101V1Network.TYPE,
          ResNet152V1Network.TYPE,
          DilatedResNet50Network.TYPE,
          FlowersResNet18Network.TYPE,
          CifarResNet20Network.TYPE,
          CifarResNet32Network.TYPE,
          CifarResNet44Network.TYPE,
          CifarResNet56Network.TYPE,
          CifarResNet110Network.TYPE,
          CifarPlain20Network.TYPE,
          CifarPlain56Network.TYPE,
          CifarPreActResNet20Network.TYPE,
          CifarGroupNormResNet20Network.TYPE,
          CifarInstanceNormResNet20Network.TYPE,
          CifarLayerNormResNet20Network.TYPE,
          DenseNet121Network.TYPE,
          DenseNet161Network.TYPE,
          DenseNet169Network.TYPE,
          DenseNet201Network.TYPE,
          MobileNetV1Network.TYPE,
          EfficientNetB0Network.TYPE,
          TinyResNetNetwork.TYPE);

  private Networks() {}

  /** How a network is called on the command line. */
  static String name(NetworkType<?> network) {
    return network.name().toLowerCase(Locale.ROOT);
  }

  /** The number of letters of the longest name. */
  static int longestName() {
    return ALL.stream().mapToInt(network -> name(network).length()).max().orElseThrow();
  }

  /** The network of a name, which may be written as in its paper: {@code ResNet-50}. */
  static Optional<NetworkType<?>> find(String name) {
    String plain = plain(name);
    return ALL.stream()
        .filter(network -> name(network).equals(plain))
        .findFirst()
        .or(() -> ofClass(name));
  }

  /** A name without what is written now so, now otherwise. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
  }

  /** The network of a generated class on the class path, {@code com.me.PetsNetwork}. */
  private static Optional<NetworkType<?>> ofClass(String name) {
    try {
      Object type = Class.forName(name).getField("TYPE").get(null);
      return type instanceof NetworkType<?> network ? Optional.of(network) : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError notThere) {
      return Optional.empty();
    }
  }

  /**
   * A network.
   *
   * @throws UnusableOptionsException if it cannot be made so, as with kernels that do not load
   */
  static Model create(NetworkType<?> type, ModelOptions options) {
    try {
      return type.create(options);
    } catch (IllegalArgumentException | IllegalStateException unusable) {
      throw new UnusableOptionsException(unusable);
    }
  }

  /** What to say of a name that is not there. */
  static String unknown(String name) {
    List<String> names = ALL.stream().map(Networks::name).toList();
    String generated = name.replace('$', '_') + "Network";
    return "unknown network '"
        + name
        + "'; "
        + ofClass(generated)
            .map(own -> "the class that was generated for it is " + generated)
            .or(
                () ->
                    Nearest.of(name.toLowerCase(Locale.ROOT), names)
                        .map(nearest -> "the nearest is '" + nearest + "'"))
            .orElseGet(Networks::notOnTheClassPath);
  }

  private static String notOnTheClassPath() {
    return "the command 'networks' lists those of the collection, and of your own, no generated class"
        + " of that name is on the class path: give its whole name, such as"
        + " com.me.PetsNetwork for an interface com.me.Pets, and start with "
        + CommandLineText.ofThisProgram().withOwnClasses();
  }
}
