package dev.weft.examples.graph;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.*;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.nd4j.shade.jackson.databind.JsonNode;

/** Operations from a report, which has their arguments under the names of their records. */
final class OpReader {
  private static final Map<String, Class<? extends Op>> BY_KIND =
      Map.ofEntries(
          Map.entry("conv", ConvOp.class),
          Map.entry("transposedConv", TransposedConvOp.class),
          Map.entry("dense", DenseOp.class),
          Map.entry("batchNorm", BatchNormOp.class),
          Map.entry("layerNorm", LayerNormOp.class),
          Map.entry("groupNorm", GroupNormOp.class),
          Map.entry("instanceNorm", GroupNormOp.class),
          Map.entry("localResponseNorm", LocalResponseNormOp.class),
          Map.entry("maxPool", MaxPoolOp.class),
          Map.entry("avgPool", AvgPoolOp.class),
          Map.entry("adaptiveAvgPool", AdaptiveAvgPoolOp.class),
          Map.entry("globalAvgPool", GlobalAvgPoolOp.class),
          Map.entry("leakyRelu", LeakyReluOp.class),
          Map.entry("softmax", SoftmaxOp.class),
          Map.entry("dropout", DropoutOp.class),
          Map.entry("dropPath", DropPathOp.class),
          Map.entry("flatten", FlattenOp.class),
          Map.entry("add", AddOp.class),
          Map.entry("concat", ConcatOp.class),
          Map.entry("scaleBy", ScaleOp.class),
          Map.entry("subsample", SubsampleOp.class),
          Map.entry("padChannels", PadChannelsOp.class),
          Map.entry("pad", PadOp.class),
          Map.entry("crop", CropOp.class),
          Map.entry("upsample", UpsampleOp.class),
          Map.entry("pixelShuffle", PixelShuffleOp.class),
          Map.entry("channelShuffle", ChannelShuffleOp.class));

  private OpReader() {}

  /**
   * An operation.
   *
   * @throws IllegalArgumentException if there is no such kind; the message names it
   */
  static Op read(String kind, JsonNode arguments) {
    boolean isActivation =
        Arrays.stream(Activation.values()).anyMatch(function -> function.factory().equals(kind));
    Class<? extends Op> type = isActivation ? ActivationOp.class : BY_KIND.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("there is no operation of the kind " + kind);
    }
    return (Op) record(type, arguments);
  }

  private static Object record(Class<?> type, JsonNode json) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components)
            .map(component -> value(component.getType(), json.path(component.getName())))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("operations are public records", impossible);
    }
  }

  private static Object value(Class<?> type, JsonNode json) {
    if (type == int.class) {
      return json.asInt();
    }
    if (type == double.class) {
      return json.asDouble();
    }
    if (type == boolean.class) {
      return json.asBoolean();
    }
    if (type == Shape.class) {
      return GraphReader.shape(json);
    }
    if (type == Extent.class) {
      return new Extent(json.get(0).asInt(), json.get(1).asInt());
    }
    if (type == Sides.class) {
      return new Sides(
          json.get(0).asInt(), json.get(1).asInt(), json.get(2).asInt(), json.get(3).asInt());
    }
    return type.isEnum() ? constant(type, json.asText()) : record(type, json);
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(type.getSimpleName() + " has no " + name));
  }
}
