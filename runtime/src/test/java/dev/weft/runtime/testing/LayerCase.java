package dev.weft.runtime.testing;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Init;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.ScaleOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.dsl.op.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation and the shapes of its inputs, batch included: the odd ones, where implementations
 * differ.
 */
public record LayerCase(Op op, List<long[]> inputs) {
  private static LayerCase of(Op op, long... input) {
    return new LayerCase(op, List.of(input));
  }

  @Override
  public String toString() {
    return op + " of " + inputs.stream().map(Arrays::toString).collect(Collectors.joining(", "));
  }

  public static Stream<LayerCase> all() {
    return Stream.of(
            convolutions(),
            groupedConvolutions(),
            transposedConvolutions(),
            poolings(),
            partlyFilledPoolings(),
            poolingsToASize(),
            dense(),
            normalisations(),
            activations(),
            joins(),
            geometry())
        .flatMap(stream -> stream);
  }

  /** Convolutions of more images than are computed at a time; too large for finite differences. */
  public static Stream<LayerCase> large() {
    Window square = Window.of(3, 3).padding(1, 1);
    return Stream.of(
        of(ConvOp.of(8, 2, square), 31, 8, 64, 64),
        of(ConvOp.of(8, 4, square.stride(1, 2)).groups(2), 59, 8, 64, 64),
        of(ConvOp.of(64, 1, square), 2, 64, 90, 90),
        of(TransposedConvOp.of(2, 8, square.stride(2, 2)), 63, 2, 32, 32),
        of(TransposedConvOp.of(4, 16, square).groups(2), 23, 4, 31, 33));
  }

  private static Stream<LayerCase> convolutions() {
    Window square = Window.of(3, 3);
    return Stream.of(
        of(ConvOp.of(1, 1, Window.of(1, 1)), 1, 1, 1, 1),
        of(ConvOp.of(1, 6, Window.of(5, 5)), 3, 1, 8, 8),
        of(ConvOp.of(3, 4, square.padding(1, 1)), 3, 3, 5, 5),
        of(ConvOp.of(17, 3, square.padding(1, 1)).noBias(), 1, 17, 4, 5),
        of(ConvOp.of(3, 17, Window.of(1, 1)).init(Init.XAVIER), 3, 3, 4, 3),
        of(ConvOp.of(3, 4, Window.of(1, 1).stride(2, 2)), 3, 3, 5, 6),
        of(ConvOp.of(3, 17, Window.of(1, 1)).noBias(), 3, 3, 4, 3),
        of(ConvOp.of(5, 4, Window.of(1, 1).stride(2, 3)).noBias(), 3, 5, 6, 7),
        of(ConvOp.of(3, 2, square.stride(2, 2)), 3, 3, 8, 8),
        of(ConvOp.of(2, 3, Window.of(2, 5).stride(3, 1).padding(0, 2)), 3, 2, 9, 6),
        of(ConvOp.of(2, 3, Window.of(3, 1).stride(1, 2).padding(2, 0)), 1, 2, 4, 7),
        of(ConvOp.of(3, 2, square.dilation(2, 2).padding(2, 2)), 3, 3, 6, 7),
        of(ConvOp.of(1, 2, square.dilation(1, 3).stride(2, 1).padding(1, 3)), 3, 1, 7, 6),
        of(ConvOp.of(2, 2, Window.of(4, 4)), 3, 2, 4, 4),
        of(ConvOp.of(2, 2, square.padding(3, 4)), 1, 2, 2, 1),
        of(ConvOp.of(2, 2, Window.of(5, 5).stride(4, 4).padding(2, 2)), 3, 2, 2, 2),
        of(ConvOp.of(3, 2, square.padding(0, 1, 2, 3)), 3, 3, 5, 4),
        of(ConvOp.of(1, 17, square.stride(2, 2).padding(0, 0, 1, 1)), 3, 1, 6, 8),
        of(ConvOp.of(2, 3, square.dilation(2, 1).stride(1, 3).padding(3, 0, 0, 2)), 3, 2, 5, 7),
        of(ConvOp.of(2, 2, Window.of(1, 1).padding(1, 0, 0, 2)), 1, 2, 3, 3));
  }

  private static Stream<LayerCase> groupedConvolutions() {
    Window square = Window.of(3, 3).padding(1, 1);
    return Stream.of(
        of(ConvOp.of(4, 6, square).groups(2), 3, 4, 5, 5),
        of(ConvOp.of(17, 17, square.stride(2, 2)).groups(17).noBias(), 1, 17, 4, 5),
        of(ConvOp.of(3, 6, Window.of(3, 2).dilation(2, 1)).groups(3), 3, 3, 6, 4),
        of(ConvOp.of(6, 3, Window.of(1, 1)).groups(3), 3, 6, 2, 3),
        of(ConvOp.of(4, 4, Window.of(2, 2)).groups(4), 3, 4, 2, 2),
        of(ConvOp.of(3, 3, square.padding(1, 0, 0, 1)).groups(3), 3, 3, 4, 5));
  }

  private static Stream<LayerCase> transposedConvolutions() {
    Window square = Window.of(3, 3);
    return Stream.of(
        of(TransposedConvOp.of(1, 1, Window.of(1, 1)), 1, 1, 1, 1),
        of(TransposedConvOp.of(3, 2, Window.of(2, 2).stride(2, 2)), 3, 3, 4, 5),
        of(TransposedConvOp.of(1, 17, square).noBias(), 1, 1, 3, 4),
        of(TransposedConvOp.of(17, 3, square.padding(1, 1)).init(Init.XAVIER), 3, 17, 3, 3),
        of(TransposedConvOp.of(2, 3, square.stride(2, 2).padding(1, 1)), 3, 2, 4, 3),
        of(
            TransposedConvOp.of(2, 3, square.stride(2, 2).padding(1, 1)).outputPadding(1, 1),
            3,
            2,
            4,
            3),
        of(
            TransposedConvOp.of(2, 1, Window.of(2, 5).stride(3, 1).padding(0, 2))
                .outputPadding(2, 0),
            3,
            2,
            3,
            4),
        of(TransposedConvOp.of(2, 2, square.dilation(2, 3).padding(2, 1)), 3, 2, 3, 4),
        of(
            TransposedConvOp.of(1, 2, square.dilation(3, 1).stride(1, 2)).outputPadding(2, 1),
            1,
            1,
            3,
            4),
        of(TransposedConvOp.of(4, 6, square.stride(2, 1).padding(1, 1)).groups(2), 3, 4, 3, 4),
        of(TransposedConvOp.of(17, 17, Window.of(2, 2)).groups(17).noBias(), 1, 17, 2, 3),
        of(TransposedConvOp.of(3, 6, Window.of(1, 2).stride(3, 3)).groups(3), 3, 3, 2, 2),
        of(TransposedConvOp.of(3, 2, square.stride(2, 2).padding(0, 1, 2, 1)), 3, 3, 4, 3),
        of(
            TransposedConvOp.of(2, 2, square.stride(2, 2).padding(1, 0, 0, 2))
                .outputPadding(1, 1)
                .groups(2),
            3,
            2,
            3,
            3),
        of(TransposedConvOp.of(2, 2, Window.of(1, 1).stride(2, 2)), 3, 2, 3, 2));
  }

  private static Stream<LayerCase> poolings() {
    return Stream.of(
            Window.of(2, 2).stride(2, 2),
            Window.of(3, 3).stride(2, 2).padding(1, 1),
            Window.of(2, 3).stride(1, 2).padding(1, 0),
            Window.of(3, 2).stride(2, 3).padding(0, 1),
            Window.of(3, 3).stride(1, 1).padding(1, 1),
            Window.of(2, 2).stride(3, 3),
            Window.of(1, 1).stride(2, 2),
            Window.of(5, 5).stride(5, 5))
        .flatMap(
            window ->
                Stream.of(
                    of(new MaxPoolOp(window), 3, 3, 7, 6),
                    of(new MaxPoolOp(window), 1, 1, 5, 5),
                    of(new AvgPoolOp(window, true), 3, 3, 7, 6),
                    of(new AvgPoolOp(window, true), 1, 17, 5, 5)));
  }

  /** Windows in ceil mode, with padding that differs, dilated, or over padding that counts not. */
  private static Stream<LayerCase> partlyFilledPoolings() {
    Window square = Window.of(3, 3).stride(2, 2);
    Stream<LayerCase> both =
        Stream.of(
                square.ceil(),
                square.padding(1, 1).ceil(),
                Window.of(2, 2).stride(2, 2).padding(1, 1).ceil(),
                Window.of(3, 2).stride(3, 2).padding(1, 0).ceil(),
                Window.of(2, 3).stride(1, 3).padding(0, 1).ceil(),
                Window.of(1, 1).stride(3, 2).ceil(),
                square.padding(0, 0, 1, 1),
                square.padding(1, 0, 0, 1),
                square.padding(0, 1, 1, 0).ceil(),
                Window.of(4, 4).stride(1, 3).padding(2, 1, 0, 2),
                Window.of(5, 2).stride(4, 3).padding(1, 0, 2, 1).ceil())
            .flatMap(
                window ->
                    Stream.of(
                        of(new MaxPoolOp(window), 3, 3, 7, 6),
                        of(new MaxPoolOp(window), 1, 17, 6, 5),
                        of(new AvgPoolOp(window, true), 3, 3, 7, 6),
                        of(new AvgPoolOp(window, true), 1, 1, 6, 5),
                        of(new AvgPoolOp(window, false), 3, 3, 7, 6),
                        of(new AvgPoolOp(window, false), 1, 17, 6, 5)));
    Stream<LayerCase> rest =
        Stream.of(
            of(new AvgPoolOp(square.padding(1, 1), false), 3, 3, 7, 6),
            of(new AvgPoolOp(Window.of(2, 3).padding(1, 0), false), 1, 1, 5, 5),
            of(new AvgPoolOp(Window.of(2, 2).stride(2, 2), false), 3, 1, 5, 4),
            of(new MaxPoolOp(square.dilation(2, 2)), 3, 3, 7, 6),
            of(new MaxPoolOp(square.dilation(2, 1).padding(1, 1)), 3, 1, 7, 6),
            of(new MaxPoolOp(Window.of(2, 2).dilation(3, 2).ceil().stride(2, 3)), 1, 17, 7, 6),
            of(new MaxPoolOp(square.dilation(1, 2).padding(0, 1, 1, 0).ceil()), 3, 3, 7, 6));
    return Stream.concat(both, rest);
  }

  private static Stream<LayerCase> poolingsToASize() {
    Stream<LayerCase> global =
        Stream.of(
            of(new GlobalAvgPoolOp(), 3, 17, 4, 5),
            of(new GlobalAvgPoolOp(), 1, 1, 7, 7),
            of(new GlobalAvgPoolOp(), 3, 3, 1, 1));
    Stream<LayerCase> adaptive =
        Stream.of(
                new Extent(1, 1),
                new Extent(2, 3),
                new Extent(3, 2),
                new Extent(5, 7),
                new Extent(7, 4),
                new Extent(6, 13))
            .map(AdaptiveAvgPoolOp::new)
            .flatMap(op -> Stream.of(of(op, 3, 3, 5, 7), of(op, 1, 1, 4, 4), of(op, 2, 17, 6, 1)));
    return Stream.concat(global, adaptive);
  }

  private static Stream<LayerCase> dense() {
    return Stream.of(
        of(DenseOp.of(1, 1), 1, 1),
        of(DenseOp.of(17, 3), 3, 17),
        of(DenseOp.of(3, 17).noBias(), 1, 3),
        of(DenseOp.of(5, 1).init(Init.XAVIER), 3, 5),
        of(DenseOp.of(1, 4), 3, 1));
  }

  private static Stream<LayerCase> normalisations() {
    return Stream.of(
        of(new BatchNormOp(3, 1e-5, 0.1), 3, 3, 4, 5),
        of(new BatchNormOp(1, 1e-5, 0.1), 3, 1, 2, 2),
        of(new BatchNormOp(17, 1e-3, 0.3), 3, 17, 3, 1),
        of(new BatchNormOp(3, 1e-5, 0.1), 1, 3, 4, 4),
        of(new BatchNormOp(5, 1e-5, 0.1), 4, 5),
        of(new BatchNormOp(1, 1e-5, 1), 4, 1),
        of(new LayerNormOp(Shape.of(3, 4, 5), 1e-5), 3, 3, 4, 5),
        of(new LayerNormOp(Shape.of(1, 2, 3), 1e-2), 1, 1, 2, 3),
        of(new LayerNormOp(Shape.of(17), 1e-5), 3, 17),
        of(new LayerNormOp(Shape.of(17, 1, 1), 1e-5), 3, 17, 1, 1),
        of(new GroupNormOp(4, 1, 1e-5, true), 3, 4, 3, 5),
        of(new GroupNormOp(6, 2, 1e-5, true), 3, 6, 3, 4),
        of(new GroupNormOp(6, 3, 1e-2, true), 1, 6, 2, 2),
        of(new GroupNormOp(3, 1, 1e-5, true), 3, 3, 1, 1),
        of(new GroupNormOp(3, 3, 1e-5, true), 3, 3, 4, 3),
        of(new GroupNormOp(17, 17, 1e-5, false), 2, 17, 3, 2),
        of(new GroupNormOp(1, 1, 1e-3, false), 3, 1, 5, 4),
        of(new GroupNormOp(6, 2, 1e-5, false), 3, 6, 2, 3),
        of(new LocalResponseNormOp(5, 1e-4, 0.75, 2), 3, 17, 2, 3),
        of(new LocalResponseNormOp(5, 2, 0.75, 1), 3, 17, 2, 3),
        of(new LocalResponseNormOp(5, 2, 0.75, 1), 2, 32, 2, 3),
        of(new LocalResponseNormOp(3, 1, 0.5, 0.5), 3, 3, 3, 3),
        of(new LocalResponseNormOp(4, 3, 0.75, 1), 3, 6, 2, 2),
        of(new LocalResponseNormOp(2, 3, 1.5, 1), 1, 5, 2, 3),
        of(new LocalResponseNormOp(1, 1, 0.75, 1), 3, 3, 2, 2),
        of(new LocalResponseNormOp(1, 1, 0.75, 1), 3, 1, 2, 3),
        of(new LocalResponseNormOp(5, 2, 0.75, 1), 3, 1, 4, 3),
        of(new LocalResponseNormOp(3, 2, 0.75, 1), 3, 8, 1, 1),
        of(new LocalResponseNormOp(5, 2, 0.75, 1), 3, 16, 1, 1),
        of(new LocalResponseNormOp(9, 2, 0.75, 1), 3, 3, 2, 2),
        of(new LocalResponseNormOp(8, 2, 0.75, 1), 1, 1, 3, 3));
  }

  private static Stream<LayerCase> activations() {
    Stream<LayerCase> softmax =
        Stream.of(
            of(new SoftmaxOp(), 3, 17),
            of(new SoftmaxOp(), 1, 1),
            of(new SoftmaxOp(), 3, 1),
            of(new SoftmaxOp(), 1, 5),
            of(new SoftmaxOp(), 3, 3, 4, 5),
            of(new SoftmaxOp(), 1, 4, 1, 1));
    Stream<Op> elementwise =
        Stream.concat(
            Arrays.stream(Activation.values()).map(ActivationOp::new),
            Stream.of(new LeakyReluOp(0.01), new LeakyReluOp(0.2), new LeakyReluOp(1.5)));
    // The last has inputs on both sides of every kink.
    return Stream.concat(
        softmax,
        elementwise.flatMap(
            op ->
                Stream.of(of(op, 3, 3, 4, 5), of(op, 3, 17), of(op, 1, 1), of(op, 2, 3, 12, 12))));
  }

  private static Stream<LayerCase> joins() {
    return Stream.of(
        of(new AddOp(), new long[] {3, 3, 4, 5}, new long[] {3, 3, 4, 5}),
        of(new AddOp(), new long[] {1, 17}, new long[] {1, 17}),
        of(
            new ConcatOp(),
            new long[] {3, 1, 4, 5},
            new long[] {3, 17, 4, 5},
            new long[] {3, 3, 4, 5}),
        of(new ConcatOp(), new long[] {1, 2, 1, 1}, new long[] {1, 1, 1, 1}),
        of(new ConcatOp(), new long[] {3, 4}, new long[] {3, 1}),
        of(new ScaleOp(), new long[] {3, 3, 4, 5}, new long[] {3, 3, 4, 5}),
        of(new ScaleOp(), new long[] {3, 17, 4, 3}, new long[] {3, 17, 1, 1}),
        of(new ScaleOp(), new long[] {3, 3, 2, 5}, new long[] {3, 3}),
        of(new ScaleOp(), new long[] {1, 1, 3, 3}, new long[] {1, 1, 1, 1}),
        of(new ScaleOp(), new long[] {3, 3, 1, 1}, new long[] {3, 3}),
        of(new ScaleOp(), new long[] {3, 17}, new long[] {3, 17}));
  }

  private static LayerCase of(Op op, long[]... inputs) {
    return new LayerCase(op, List.of(inputs));
  }

  private static Stream<LayerCase> geometry() {
    return Stream.of(
        of(new SubsampleOp(new Extent(2, 2)), 3, 3, 5, 6),
        of(new SubsampleOp(new Extent(1, 3)), 1, 1, 5, 7),
        of(new SubsampleOp(new Extent(2, 2)), 3, 2, 1, 1),
        of(new PadChannelsOp(1, 2), 3, 3, 4, 5),
        of(new PadChannelsOp(0, 3), 1, 1, 2, 2),
        of(new PadChannelsOp(2, 0), 1, 17, 1, 3),
        of(new PadOp(new Sides(1, 2, 3, 4)), 3, 3, 4, 5),
        of(new PadOp(new Sides(0, 0, 0, 3)), 1, 17, 2, 1),
        of(new PadOp(Sides.NONE), 3, 1, 3, 3),
        of(new CropOp(new Sides(1, 2, 3, 0)), 3, 3, 5, 6),
        of(new CropOp(new Sides(0, 0, 0, 2)), 1, 17, 2, 3),
        of(new CropOp(Sides.NONE), 3, 1, 3, 3),
        of(new UpsampleOp(2), 3, 3, 4, 5),
        of(new UpsampleOp(3), 1, 17, 1, 2),
        of(new UpsampleOp(1), 3, 1, 2, 3),
        of(new PixelShuffleOp(2), 3, 12, 4, 3),
        of(new PixelShuffleOp(3), 1, 9, 2, 1),
        of(new PixelShuffleOp(1), 3, 17, 2, 2),
        of(new ChannelShuffleOp(2), 3, 6, 4, 3),
        of(new ChannelShuffleOp(3), 1, 6, 2, 1),
        of(new ChannelShuffleOp(1), 3, 17, 2, 2),
        of(new ChannelShuffleOp(17), 3, 17, 2, 2));
  }
}
