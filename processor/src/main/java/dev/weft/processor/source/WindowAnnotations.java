package dev.weft.processor.source;

import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.DepthwiseConvLayer;
import dev.weft.dsl.DilatedLayer;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Init;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.SlidingWindow;
import dev.weft.dsl.TransposedConvLayer;
import dev.weft.dsl.WindowedLayer;

/** The layers whose window slides, made of their annotations' values. */
final class WindowAnnotations {
  private WindowAnnotations() {}

  static Layer conv(AnnotationArguments values) {
    int filters = values.at("filters", v -> Layers.conv1x1(v.number("filters")).filters());
    Extent kernel = kernel(values);
    ConvLayer conv = dilated(values, Layers.conv(filters, kernel.height(), kernel.width()));
    ConvLayer grouped = values.at("groups", conv, v -> conv.groups(v.number("groups")));
    ConvLayer biased = values.flag("bias") ? grouped : grouped.noBias();
    ConvLayer counted =
        values.at(
            "inChannels",
            biased,
            v -> v.optional("inChannels").map(biased::inChannels).orElse(biased));
    return counted.init(init(values));
  }

  static Layer depthwiseConv(AnnotationArguments values) {
    DepthwiseConvLayer conv =
        dilated(
            values,
            new DepthwiseConvLayer(
                null, window(kernel(values)), 1, values.flag("bias"), init(values)));
    return values.at("multiplier", v -> conv.multiplier(v.number("multiplier")));
  }

  static Layer separableConv(AnnotationArguments values) {
    int filters = values.at("filters", v -> Layers.conv1x1(v.number("filters")).filters());
    return dilated(
        values,
        new SeparableConvLayer(
            null, filters, window(kernel(values)), values.flag("bias"), init(values)));
  }

  static Layer transposedConv(AnnotationArguments values) {
    int filters = values.at("filters", v -> Layers.conv1x1(v.number("filters")).filters());
    TransposedConvLayer conv =
        dilated(
            values,
            new TransposedConvLayer(
                null,
                filters,
                window(kernel(values)),
                Extent.square(0),
                1,
                values.flag("bias"),
                init(values)));
    TransposedConvLayer grouped = values.at("groups", conv, v -> conv.groups(v.number("groups")));
    return values.at(
        "outputPadding",
        v -> {
          Extent added = v.extent("outputPadding");
          return grouped.outputPadding(added.height(), added.width());
        });
  }

  private static Init init(AnnotationArguments values) {
    return values.constant("init", Init.class);
  }

  private static Extent kernel(AnnotationArguments values) {
    return values.at("kernel", v -> window(v.extent("kernel")).kernel());
  }

  private static SlidingWindow window(Extent kernel) {
    return SlidingWindow.of(kernel.height(), kernel.width());
  }

  static Layer maxPool(AnnotationArguments values) {
    Extent kernel = kernel(values);
    MaxPoolLayer pool = dilated(values, Layers.maxPool(kernel.height(), kernel.width()));
    return values.flag("ceilMode") ? pool.ceilMode() : pool;
  }

  static Layer avgPool(AnnotationArguments values) {
    Extent kernel = kernel(values);
    AvgPoolLayer pool =
        slid(values, Layers.avgPool(kernel.height(), kernel.width()))
            .countIncludePad(values.flag("countIncludePad"));
    return values.flag("ceilMode") ? pool.ceilMode() : pool;
  }

  private static <L extends DilatedLayer<L>> L dilated(AnnotationArguments values, L layer) {
    L slid = slid(values, layer);
    return values.at(
        "dilation",
        v -> {
          Extent dilation = v.extent("dilation");
          return slid.dilation(dilation.height(), dilation.width());
        });
  }

  /** The layer with stride and padding as the annotation gives them, and else as it is. */
  private static <L extends WindowedLayer<L>> L slid(AnnotationArguments values, L layer) {
    L strided =
        values.numbers("stride").isEmpty()
            ? layer
            : values.at(
                "stride",
                v -> {
                  Extent stride = v.extent("stride");
                  return layer.stride(stride.height(), stride.width());
                });
    PaddingMode mode = values.constant("autoPad", PaddingMode.class);
    if (values.numbers("padding").isEmpty()) {
      return mode == PaddingMode.SAME ? strided.padding(mode) : strided;
    }
    return values.at(
        "padding",
        v -> {
          if (mode != PaddingMode.VALID) {
            throw new IllegalArgumentException("`padding` and `autoPad` exclude each other");
          }
          return strided.padding(v.sides("padding"));
        });
  }
}
