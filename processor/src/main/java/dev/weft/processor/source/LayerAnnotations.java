package dev.weft.processor.source;

import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.Init;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.annotation.AvgPool;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.Dropout;
import dev.weft.dsl.annotation.Flatten;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.MaxPool;
import dev.weft.dsl.annotation.Relu;
import dev.weft.dsl.annotation.Sigmoid;
import dev.weft.dsl.annotation.Softmax;
import dev.weft.dsl.annotation.Tanh;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** The annotations that stand for layers, and the layer that each makes of its values. */
final class LayerAnnotations {
  private static final Map<String, Function<AnnotationArguments, Layer>> LAYERS = new HashMap<>();

  static {
    put(Conv.class, LayerAnnotations::conv);
    put(MaxPool.class, LayerAnnotations::maxPool);
    put(AvgPool.class, LayerAnnotations::avgPool);
    put(GlobalAvgPool.class, values -> Layers.globalAvgPool());
    put(Dense.class, LayerAnnotations::dense);
    put(Flatten.class, values -> Layers.flatten());
    put(Relu.class, values -> Layers.relu());
    put(Tanh.class, values -> Layers.tanh());
    put(Sigmoid.class, values -> Layers.sigmoid());
    put(Softmax.class, values -> Layers.softmax());
    put(Dropout.class, values -> values.at("value", v -> Layers.dropout(v.real("value"))));
    put(BatchNorm.class, LayerAnnotations::batchNorm);
  }

  private LayerAnnotations() {}

  private static void put(
      Class<? extends Annotation> annotation, Function<AnnotationArguments, Layer> layer) {
    LAYERS.put(annotation.getName(), layer);
  }

  /** How the layer of an annotation is made; empty if it stands for none. */
  static Optional<Function<AnnotationArguments, Layer>> of(AnnotationMirror annotation) {
    TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
    return Optional.ofNullable(LAYERS.get(type.getQualifiedName().toString()));
  }

  private static Layer conv(AnnotationArguments values) {
    int filters = values.at("filters", v -> Layers.conv1x1(v.number("filters")).filters());
    ConvLayer conv = values.at("kernel", v -> Layers.conv(filters, v.number("kernel")));
    ConvLayer strided = values.at("stride", v -> conv.stride(v.number("stride")));
    ConvLayer padded = values.at("padding", v -> strided.padding(v.number("padding")));
    ConvLayer dilated = values.at("dilation", v -> padded.dilation(v.number("dilation")));
    ConvLayer grouped = values.at("groups", v -> dilated.groups(v.number("groups")));
    ConvLayer biased = values.flag("bias") ? grouped : grouped.noBias();
    return biased.init(values.constant("init", Init.class));
  }

  private static Layer maxPool(AnnotationArguments values) {
    MaxPoolLayer pool = values.at("kernel", v -> Layers.maxPool(v.number("kernel")));
    int stride = values.number("stride");
    MaxPoolLayer strided = stride == 0 ? pool : values.at("stride", v -> pool.stride(stride));
    return values.at("padding", v -> strided.padding(v.number("padding")));
  }

  private static Layer avgPool(AnnotationArguments values) {
    AvgPoolLayer pool = values.at("kernel", v -> Layers.avgPool(v.number("kernel")));
    int stride = values.number("stride");
    AvgPoolLayer strided = stride == 0 ? pool : values.at("stride", v -> pool.stride(stride));
    return values.at("padding", v -> strided.padding(v.number("padding")));
  }

  private static Layer dense(AnnotationArguments values) {
    DenseLayer dense = values.at("value", v -> Layers.dense(v.number("value")));
    DenseLayer biased = values.flag("bias") ? dense : dense.noBias();
    return biased.init(values.constant("init", Init.class));
  }

  private static Layer batchNorm(AnnotationArguments values) {
    return values.at(
        "momentum",
        v ->
            values
                .at("epsilon", w -> Layers.batchNorm().epsilon(w.real("epsilon")))
                .momentum(v.real("momentum")));
  }
}
