package dev.weft.processor.source.interpret;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What layers and their modifiers are called in PyTorch and Keras, where the name here is another
 * one. By letters alone {@code silu} is next to {@code relu}, which computes something else.
 */
final class Synonyms {
  private static final List<String> IN = List.of("inFeatures", "inChannels");

  /** The layers by the name elsewhere, in lower case. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("silu", "swish"),
          Map.entry("hardsilu", "hardSwish"),
          Map.entry("linear", "dense"),
          Map.entry("fc", "dense"),
          Map.entry("fullyconnected", "dense"),
          Map.entry("conv2d", "conv"),
          Map.entry("depthwiseconv2d", "depthwiseConv"),
          Map.entry("separableconv2d", "separableConv"),
          Map.entry("convtranspose", "transposedConv"),
          Map.entry("convtranspose2d", "transposedConv"),
          Map.entry("conv2dtranspose", "transposedConv"),
          Map.entry("deconv", "transposedConv"),
          Map.entry("deconv2d", "transposedConv"),
          Map.entry("cat", "concat"),
          Map.entry("concatenate", "concat"),
          Map.entry("bn", "batchNorm"),
          Map.entry("batchnorm2d", "batchNorm"),
          Map.entry("batchnormalization", "batchNorm"),
          Map.entry("maxpool2d", "maxPool"),
          Map.entry("maxpooling2d", "maxPool"),
          Map.entry("avgpool2d", "avgPool"),
          Map.entry("averagepooling2d", "avgPool"),
          Map.entry("adaptiveavgpool2d", "adaptiveAvgPool"),
          Map.entry("globalaveragepooling2d", "globalAvgPool"),
          Map.entry("interpolate", "upsample"),
          Map.entry("upsampling2d", "upsample"),
          Map.entry("zeropad2d", "pad"),
          Map.entry("zeropadding2d", "pad"));

  /** The modifiers, of which a layer has one or the other. */
  private static final Map<String, List<String>> MODIFIERS =
      Map.ofEntries(
          Map.entry("input", IN),
          Map.entry("inputs", IN),
          Map.entry("inputsize", IN),
          Map.entry("inputdim", IN),
          Map.entry("inputchannels", IN),
          Map.entry("inputfeatures", IN),
          Map.entry("dilationrate", List.of("dilation")),
          Map.entry("depthmultiplier", List.of("multiplier")),
          Map.entry("initializer", List.of("init")),
          Map.entry("kernelinitializer", List.of("init")));

  /** Layers of which there is no like here, however near their letters come to others. */
  private static final Set<String> WITHOUT_LIKE =
      Set.of(
          "elu",
          "selu",
          "celu",
          "prelu",
          "glu",
          "mish",
          "hardsigmoid",
          "logsigmoid",
          "logsoftmax",
          "conv1d",
          "conv3d",
          "maxpool1d",
          "maxpool3d",
          "avgpool1d",
          "avgpool3d");

  private Synonyms() {}

  /** Whether a name means a layer elsewhere of which there is no like here. */
  static boolean hasNoLike(String name, Collection<String> names) {
    return WITHOUT_LIKE.contains(name.toLowerCase(Locale.ROOT)) && isOther(name, names);
  }

  /** What a layer or modifier of another library is called among some names. */
  static Optional<String> of(String name, Collection<String> names) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.ofNullable(NAMES.get(lower)), MODIFIERS.getOrDefault(lower, List.of()).stream())
        .filter(here -> names.contains(here) && isOther(name, names))
        .findFirst();
  }

  /** Whether a name has other letters than those that there are: capitals are a mere slip. */
  private static boolean isOther(String name, Collection<String> names) {
    return names.stream().noneMatch(name::equalsIgnoreCase);
  }

  /**
   * Whether the first of so many arguments may be what comes in, as in PyTorch, or as well the
   * number of filters, as in Keras.
   */
  static boolean mayCountInput(String name, int arguments) {
    return name.equalsIgnoreCase("conv2d") && arguments > 2;
  }
}
