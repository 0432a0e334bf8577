package dev.weft.dsl.infer;

import dev.weft.dsl.ActivationLayer;
import dev.weft.dsl.AdaptiveAvgPoolLayer;
import dev.weft.dsl.AddLayer;
import dev.weft.dsl.AppendLayer;
import dev.weft.dsl.AuxiliaryLayer;
import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.BatchNormLayer;
import dev.weft.dsl.ChannelShuffleLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.CropLayer;
import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.DepthwiseConvLayer;
import dev.weft.dsl.DropPathLayer;
import dev.weft.dsl.DropoutLayer;
import dev.weft.dsl.ExpectLayer;
import dev.weft.dsl.FlattenLayer;
import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.GlobalAvgPoolLayer;
import dev.weft.dsl.GroupNormLayer;
import dev.weft.dsl.IdentityLayer;
import dev.weft.dsl.InstanceNormLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.LayerNormLayer;
import dev.weft.dsl.LeakyReluLayer;
import dev.weft.dsl.LocalResponseNormLayer;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.PadChannelsLayer;
import dev.weft.dsl.PadLayer;
import dev.weft.dsl.PixelShuffleLayer;
import dev.weft.dsl.RepeatLayer;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.ScaleByLayer;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.SoftmaxLayer;
import dev.weft.dsl.SubsampleLayer;
import dev.weft.dsl.TransposedConvLayer;
import dev.weft.dsl.UpsampleLayer;
import dev.weft.dsl.WithChannelsLayer;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.UpsampleOp;
import java.util.HashMap;
import java.util.Map;

/** The table of rules, one line a kind of layer. */
final class Rules {
  private static final Map<Class<? extends Layer>, Rule<?>> TABLE = new HashMap<>();

  static {
    add(ConvLayer.class, ConvRule::conv);
    add(DepthwiseConvLayer.class, ConvRule::depthwise);
    add(SeparableConvLayer.class, ConvRule::separable);
    add(TransposedConvLayer.class, new TransposedConvRule());
    add(MaxPoolLayer.class, new PoolRule<>((layer, window) -> new MaxPoolOp(window)));
    add(
        AvgPoolLayer.class,
        new PoolRule<>((layer, window) -> new AvgPoolOp(window, layer.countIncludePad())));
    addImages();
    addChannels();
    addVectors();
    add(BatchNormLayer.class, Rules::batchNorm);
    add(LayerNormLayer.class, Rules::layerNorm);
    add(IdentityLayer.class, (layer, input, scope) -> input);
    add(ExpectLayer.class, Expected::shape);
    add(
        SequentialLayer.class,
        (l, input, scope) -> SequenceRule.apply(l, l.layers(), input, scope));
    add(RepeatLayer.class, (l, input, scope) -> SequenceRule.apply(l, l.layers(), input, scope));
    add(ResidualLayer.class, new ResidualRule());
    add(ConcatLayer.class, BranchesRule::concat);
    add(AddLayer.class, BranchesRule::add);
    add(ScaleByLayer.class, new ScaleByRule());
    add(AppendLayer.class, BranchesRule::append);
    add(WithChannelsLayer.class, new WithChannelsRule());
    add(AuxiliaryLayer.class, NetworkRule::auxiliary);
    add(
        FrozenLayer.class,
        (layer, input, scope) -> scope.within(layer).infer(layer.layer(), input));
    add(NetworkLayer.class, NetworkRule::network);
  }

  /** Layers that take any image. */
  private static void addImages() {
    add(GlobalAvgPoolLayer.class, new ImageRule<>((layer, input) -> new GlobalAvgPoolOp()));
    add(
        AdaptiveAvgPoolLayer.class,
        new ImageRule<>((layer, input) -> new AdaptiveAvgPoolOp(layer.size())));
    add(UpsampleLayer.class, new ImageRule<>((layer, input) -> new UpsampleOp(layer.factor())));
    add(PadLayer.class, new ImageRule<>((layer, input) -> new PadOp(layer.sides())));
    add(
        CropLayer.class,
        new ImageRule<>(
            (layer, input) -> new CropOp(layer.sides()),
            CropRule::leavesSomething,
            (layer, input) -> Shape.of(input.channels(), Shape.UNKNOWN, Shape.UNKNOWN)));
    add(SubsampleLayer.class, new ImageRule<>((layer, input) -> new SubsampleOp(layer.stride())));
  }

  /** Layers that move, shift or scale the channels of any image. */
  private static void addChannels() {
    add(
        PadChannelsLayer.class,
        new ImageRule<>((layer, input) -> new PadChannelsOp(layer.before(), layer.after())));
    add(
        PixelShuffleLayer.class,
        new ImageRule<>(
            (layer, input) -> new PixelShuffleOp(layer.factor()),
            PixelShuffleRule::divides,
            (layer, input) -> Shape.of(Shape.UNKNOWN, Shape.UNKNOWN, Shape.UNKNOWN)));
    add(
        ChannelShuffleLayer.class,
        new ImageRule<>(
            (layer, input) -> new ChannelShuffleOp(layer.groups()),
            (l, input, scope) -> new Groups(l, l.groups(), input, scope).ofChannels(),
            (layer, input) -> input));
    add(
        GroupNormLayer.class,
        new ImageRule<>(
            (layer, input) ->
                new GroupNormOp(input.channels(), layer.groups(), layer.epsilon(), true),
            (l, input, scope) -> new Groups(l, l.groups(), input, scope).ofChannels(),
            (layer, input) -> input));
    add(
        InstanceNormLayer.class,
        new ImageRule<>(
            (layer, input) ->
                new GroupNormOp(
                    input.channels(), input.channels(), layer.epsilon(), layer.isAffine())));
    add(
        LocalResponseNormLayer.class,
        new ImageRule<>(
            (layer, input) ->
                new LocalResponseNormOp(layer.size(), layer.alpha(), layer.beta(), layer.k())));
  }

  /** Layers that take anything. */
  private static void addVectors() {
    add(DenseLayer.class, new DenseRule());
    add(FlattenLayer.class, DenseRule::flatten);
    add(
        ActivationLayer.class,
        (layer, input, scope) -> scope.add(new ActivationOp(layer.function()), layer, input));
    add(
        LeakyReluLayer.class,
        (layer, input, scope) -> scope.add(new LeakyReluOp(layer.slope()), layer, input));
    add(SoftmaxLayer.class, (layer, input, scope) -> scope.add(new SoftmaxOp(), layer, input));
    add(
        DropoutLayer.class,
        (layer, input, scope) -> scope.add(new DropoutOp(layer.p()), layer, input));
    add(
        DropPathLayer.class,
        (layer, input, scope) -> scope.add(new DropPathOp(layer.p()), layer, input));
  }

  private Rules() {}

  private static <L extends Layer> void add(Class<L> kind, Rule<L> rule) {
    TABLE.put(kind, rule);
  }

  @SuppressWarnings("unchecked") // the table maps each class to a rule for that class
  static <L extends Layer> Flow apply(L layer, Flow input, Scope scope) {
    try {
      return ((Rule<L>) TABLE.get(layer.getClass())).apply(layer, input, scope);
    } catch (ArithmeticException overflow) {
      // A size that not even an int can hold, which a rule met before it had an operation to add.
      scope.report(Sizes.tooLarge(layer, layer.kind(), input.shape(), Sizes.OVERFLOW));
      return scope.standIn(Shape.unknown(), layer);
    }
  }

  private static Flow batchNorm(BatchNormLayer layer, Flow input, Scope scope) {
    Expected.count(layer, "channels", "channel", layer.channels(), input, scope);
    return scope.add(
        new BatchNormOp(input.shape().channels(), layer.epsilon(), layer.momentum()), layer, input);
  }

  private static Flow layerNorm(LayerNormLayer layer, Flow input, Scope scope) {
    return scope.add(new LayerNormOp(input.shape(), layer.epsilon()), layer, input);
  }
}
