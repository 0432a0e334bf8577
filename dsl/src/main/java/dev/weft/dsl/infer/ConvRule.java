package dev.weft.dsl.infer;

import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.DepthwiseConvLayer;
import dev.weft.dsl.Init;
import dev.weft.dsl.Layer;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.SlidingWindow;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Counts;
import java.util.List;

/** A convolution takes an image that its window fits and whose channels its groups divide. */
final class ConvRule {
  private ConvRule() {}

  static Flow conv(ConvLayer layer, Flow input, Scope scope) {
    if (!fits(layer, layer.window(), input, scope)) {
      return Windows.standIn(layer.filters(), layer, input, scope);
    }
    int channels = input.shape().channels();
    Groups groups = new Groups(layer, layer.groups(), input, scope);
    boolean isRight =
        Expected.count(layer, "inChannels", "input channel", layer.inChannels(), input, scope)
            && groups.ofConvolution(channels, layer.filters());
    ConvOp op =
        new ConvOp(
            channels,
            layer.filters(),
            Windows.resolved(layer.window(), input.shape()),
            layer.groups(),
            layer.bias(),
            layer.init());
    return isRight
        ? scope.add(op, layer, input)
        : scope.standIn(op.output(List.of(input.shape())), layer);
  }

  static Flow depthwise(DepthwiseConvLayer layer, Flow input, Scope scope) {
    if (!fits(layer, layer.window(), input, scope)) {
      return Windows.standIn(Shape.UNKNOWN, layer, input, scope);
    }
    return depthwise(
        layer, layer.window(), layer.multiplier(), layer.bias(), layer.init(), input, scope);
  }

  static Flow separable(SeparableConvLayer layer, Flow input, Scope scope) {
    if (!fits(layer, layer.window(), input, scope)) {
      return Windows.standIn(layer.filters(), layer, input, scope);
    }
    Flow filtered =
        depthwise(layer, layer.window(), 1, false, layer.init(), input, scope.child("depthwise"));
    int channels = filtered.shape().channels();
    ConvOp mixing =
        new ConvOp(channels, layer.filters(), Window.of(1, 1), 1, layer.bias(), layer.init());
    return scope.child("pointwise").add(mixing, layer, filtered).producedBy(layer, scope);
  }

  private static Flow depthwise(
      Layer layer,
      SlidingWindow declared,
      int multiplier,
      boolean bias,
      Init init,
      Flow input,
      Scope scope) {
    Window window = Windows.resolved(declared, input.shape());
    int channels = input.shape().channels();
    if (channels == Shape.UNKNOWN) {
      int height = window.height(input.shape().height());
      return scope.standIn(
          Shape.of(Shape.UNKNOWN, height, window.width(input.shape().width())), layer);
    }
    // In a long, since the product is checked only when the operation is added.
    long filters = (long) channels * multiplier;
    if (filters > Integer.MAX_VALUE) {
      scope.report(
          Sizes.tooLarge(layer, layer.kind(), input.shape(), Counts.of(filters, "filter")));
      return scope.standIn(Shape.unknown(), layer);
    }
    return scope.add(
        new ConvOp(channels, (int) filters, window, channels, bias, init), layer, input);
  }

  private static boolean fits(Layer layer, SlidingWindow declared, Flow input, Scope scope) {
    return Windows.isImage(layer, input, scope)
        && Windows.fits(layer, Windows.resolved(declared, input.shape()), input, scope);
  }
}
