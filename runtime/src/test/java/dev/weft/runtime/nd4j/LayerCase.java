package dev.weft.runtime.nd4j;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Init;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation and the shapes of its inputs, batch included: the odd ones, where implementations
 * differ.
 */
record LayerCase(Op op, List<long[]> inputs) {
  private static LayerCase of(Op op, long... input) {
    return new LayerCase(op, List.of(input));
  }

  @Override
  public String toString() {
    return op + " of " + inputs.stream().map(Arrays::toString).collect(Collectors.joining(", "));
  }

  static Stream<LayerCase> all() {
    return Stream.of(
            convolutions(), groupedConvolutions(), poolings(), dense(), normalisations(), others())
        .flatMap(stream -> stream);
  }

  /** Convolutions of more images than are computed at a time; too large for finite differences. */
  static Stream<LayerCase> large() {
    Window square = Window.of(3, 3).padding(1, 1);
    return Stream.of(
        of(ConvOp.of(8, 2, square), 31, 8, 64, 64),
        of(ConvOp.of(8, 4, square.stride(1, 2)).groups(2), 59, 8, 64, 64),
        of(ConvOp.of(64, 1, square), 2, 64, 90, 90));
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
        of(ConvOp.of(3, 2, square.stride(2, 2)), 3, 3, 8, 8),
        of(ConvOp.of(2, 3, Window.of(2, 5).stride(3, 1).padding(0, 2)), 3, 2, 9, 6),
        of(ConvOp.of(2, 3, Window.of(3, 1).stride(1, 2).padding(2, 0)), 1, 2, 4, 7),
        of(ConvOp.of(3, 2, square.dilation(2, 2).padding(2, 2)), 3, 3, 6, 7),
        of(ConvOp.of(1, 2, square.dilation(1, 3).stride(2, 1).padding(1, 3)), 3, 1, 7, 6),
        of(ConvOp.of(2, 2, Window.of(4, 4)), 3, 2, 4, 4),
        of(ConvOp.of(2, 2, square.padding(3, 4)), 1, 2, 2, 1),
        of(ConvOp.of(2, 2, Window.of(5, 5).stride(4, 4).padding(2, 2)), 3, 2, 2, 2));
  }

  private static Stream<LayerCase> groupedConvolutions() {
    Window square = Window.of(3, 3).padding(1, 1);
    return Stream.of(
        of(ConvOp.of(4, 6, square).groups(2), 3, 4, 5, 5),
        of(ConvOp.of(17, 17, square.stride(2, 2)).groups(17).noBias(), 1, 17, 4, 5),
        of(ConvOp.of(3, 6, Window.of(3, 2).dilation(2, 1)).groups(3), 3, 3, 6, 4),
        of(ConvOp.of(6, 3, Window.of(1, 1)).groups(3), 3, 6, 2, 3),
        of(ConvOp.of(4, 4, Window.of(2, 2)).groups(4), 3, 4, 2, 2));
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
        of(new BatchNormOp(1, 1e-5, 1), 4, 1));
  }

  private static Stream<LayerCase> others() {
    Stream<LayerCase> elementwise =
        Stream.of(Activation.RELU, Activation.TANH, Activation.SIGMOID)
            .map(ActivationOp::new)
            .flatMap(op -> Stream.of(of(op, 3, 3, 4, 5), of(op, 3, 17), of(op, 1, 1)));
    Stream<LayerCase> rest =
        Stream.of(
            of(new SoftmaxOp(), 3, 17),
            of(new SoftmaxOp(), 1, 1),
            of(new SoftmaxOp(), 3, 1),
            of(new SoftmaxOp(), 1, 5),
            of(new SoftmaxOp(), 3, 3, 4, 5),
            of(new SoftmaxOp(), 1, 4, 1, 1),
            of(new GlobalAvgPoolOp(), 3, 17, 4, 5),
            of(new GlobalAvgPoolOp(), 1, 1, 7, 7),
            of(new GlobalAvgPoolOp(), 3, 3, 1, 1),
            of(new SubsampleOp(new Extent(2, 2)), 3, 3, 5, 6),
            of(new SubsampleOp(new Extent(1, 3)), 1, 1, 5, 7),
            of(new SubsampleOp(new Extent(2, 2)), 3, 2, 1, 1),
            of(new PadChannelsOp(1, 2), 3, 3, 4, 5),
            of(new PadChannelsOp(0, 3), 1, 1, 2, 2),
            of(new PadChannelsOp(2, 0), 1, 17, 1, 3),
            new LayerCase(new AddOp(), List.of(new long[] {3, 3, 4, 5}, new long[] {3, 3, 4, 5})),
            new LayerCase(new AddOp(), List.of(new long[] {1, 17}, new long[] {1, 17})),
            new LayerCase(
                new ConcatOp(),
                List.of(
                    new long[] {3, 1, 4, 5}, new long[] {3, 17, 4, 5}, new long[] {3, 3, 4, 5})),
            new LayerCase(
                new ConcatOp(), List.of(new long[] {1, 2, 1, 1}, new long[] {1, 1, 1, 1})),
            new LayerCase(new ConcatOp(), List.of(new long[] {3, 4}, new long[] {3, 1})));
    return Stream.concat(elementwise, rest);
  }
}
