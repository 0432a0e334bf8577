package dev.weft.dsl;

import java.util.List;

/**
 * A layer, or a block of layers, as it was declared. Layers are made by the factories of {@link
 * Layers} and never change: a modifier such as {@code stride(2)} returns a new layer. A layer knows
 * nothing of its input; the shapes follow when the network is inferred.
 *
 * <p>Two layers that were declared in different places are different, even where their values are
 * equal: identity, not {@code equals}, tells where a layer came from.
 */
public sealed interface Layer extends Declared
    permits WindowedLayer,
        GlobalAvgPoolLayer,
        AdaptiveAvgPoolLayer,
        UpsampleLayer,
        PadLayer,
        CropLayer,
        SubsampleLayer,
        PadChannelsLayer,
        PixelShuffleLayer,
        ChannelShuffleLayer,
        DenseLayer,
        FlattenLayer,
        ActivationLayer,
        LeakyReluLayer,
        SoftmaxLayer,
        DropoutLayer,
        DropPathLayer,
        BatchNormLayer,
        LayerNormLayer,
        InstanceNormLayer,
        GroupNormLayer,
        LocalResponseNormLayer,
        IdentityLayer,
        ExpectLayer,
        SequentialLayer,
        RepeatLayer,
        ResidualLayer,
        ConcatLayer,
        AddLayer,
        ScaleByLayer,
        AppendLayer,
        WithChannelsLayer,
        AuxiliaryLayer,
        FrozenLayer,
        NetworkLayer {

  /**
   * The name given with {@link #named}, or null. An unnamed layer is known by its index among its
   * siblings.
   */
  String name();

  /**
   * This layer under a name, which becomes a part of its parameters' names: {@code
   * conv3x3(64).named("conv1")} in the stage {@code layer1} has {@code layer1.conv1.weight}.
   *
   * @param name letters, digits and underscores, not starting with a digit
   */
  Layer named(String name);

  /** What a person would call this kind of layer, in lower case: {@code conv}, {@code residual}. */
  String kind();

  /** The layers that this one is made of; none unless it is a block. */
  default List<Layer> children() {
    return List.of();
  }
}
