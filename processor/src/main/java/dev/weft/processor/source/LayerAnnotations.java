package dev.weft.processor.source;

import dev.weft.dsl.AdaptiveAvgPoolLayer;
import dev.weft.dsl.BatchNormLayer;
import dev.weft.dsl.CropLayer;
import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.ExpectLayer;
import dev.weft.dsl.GroupNormLayer;
import dev.weft.dsl.Init;
import dev.weft.dsl.InstanceNormLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.LocalResponseNormLayer;
import dev.weft.dsl.PadLayer;
import dev.weft.dsl.annotation.AdaptiveAvgPool;
import dev.weft.dsl.annotation.AvgPool;
import dev.weft.dsl.annotation.BatchNorm;
import dev.weft.dsl.annotation.ChannelShuffle;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Crop;
import dev.weft.dsl.annotation.Dense;
import dev.weft.dsl.annotation.DepthwiseConv;
import dev.weft.dsl.annotation.DropPath;
import dev.weft.dsl.annotation.Dropout;
import dev.weft.dsl.annotation.ExpectShape;
import dev.weft.dsl.annotation.Flatten;
import dev.weft.dsl.annotation.Gelu;
import dev.weft.dsl.annotation.GlobalAvgPool;
import dev.weft.dsl.annotation.GroupNorm;
import dev.weft.dsl.annotation.HardSwish;
import dev.weft.dsl.annotation.Identity;
import dev.weft.dsl.annotation.InstanceNorm;
import dev.weft.dsl.annotation.LayerNorm;
import dev.weft.dsl.annotation.LeakyRelu;
import dev.weft.dsl.annotation.LocalResponseNorm;
import dev.weft.dsl.annotation.MaxPool;
import dev.weft.dsl.annotation.Pad;
import dev.weft.dsl.annotation.PadChannels;
import dev.weft.dsl.annotation.PixelShuffle;
import dev.weft.dsl.annotation.Relu;
import dev.weft.dsl.annotation.Relu6;
import dev.weft.dsl.annotation.SeparableConv;
import dev.weft.dsl.annotation.Sigmoid;
import dev.weft.dsl.annotation.Softmax;
import dev.weft.dsl.annotation.Subsample;
import dev.weft.dsl.annotation.Swish;
import dev.weft.dsl.annotation.Tanh;
import dev.weft.dsl.annotation.TransposedConv;
import dev.weft.dsl.annotation.Upsample;
import dev.weft.processor.source.interpret.StandInLayers;
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
    put(Conv.class, WindowAnnotations::conv);
    put(DepthwiseConv.class, WindowAnnotations::depthwiseConv);
    put(SeparableConv.class, WindowAnnotations::separableConv);
    put(TransposedConv.class, WindowAnnotations::transposedConv);
    put(MaxPool.class, WindowAnnotations::maxPool);
    put(AvgPool.class, WindowAnnotations::avgPool);
    put(GlobalAvgPool.class, values -> Layers.globalAvgPool());
    put(
        AdaptiveAvgPool.class,
        values -> values.at("value", v -> new AdaptiveAvgPoolLayer(null, v.extent("value"))));
    put(Dense.class, LayerAnnotations::dense);
    put(Flatten.class, values -> Layers.flatten());
    put(Identity.class, values -> Layers.identity());
    put(
        ExpectShape.class,
        values ->
            values.<Layer>at(
                "value", Layers.identity(), v -> new ExpectLayer(null, v.shape("value"))));
    put(
        Dropout.class,
        values ->
            values.at("value", StandInLayers.dropout(), v -> Layers.dropout(v.real("value"))));
    put(
        DropPath.class,
        values ->
            values.at("value", StandInLayers.dropPath(), v -> Layers.dropPath(v.real("value"))));
    putActivations();
    putNormalisations();
    putGeometry();
  }

  private static void putActivations() {
    put(Relu.class, values -> Layers.relu());
    put(Relu6.class, values -> Layers.relu6());
    put(
        LeakyRelu.class,
        values -> values.at("value", Layers.leakyRelu(), v -> Layers.leakyRelu(v.real("value"))));
    put(Tanh.class, values -> Layers.tanh());
    put(Sigmoid.class, values -> Layers.sigmoid());
    put(Swish.class, values -> Layers.swish());
    put(HardSwish.class, values -> Layers.hardSwish());
    put(Gelu.class, values -> Layers.gelu());
    put(Softmax.class, values -> Layers.softmax());
  }

  private static void putNormalisations() {
    put(BatchNorm.class, LayerAnnotations::batchNorm);
    put(
        LayerNorm.class,
        values ->
            values.at(
                "epsilon", Layers.layerNorm(), v -> Layers.layerNorm().epsilon(v.real("epsilon"))));
    put(InstanceNorm.class, LayerAnnotations::instanceNorm);
    put(GroupNorm.class, LayerAnnotations::groupNorm);
    put(LocalResponseNorm.class, LayerAnnotations::localResponseNorm);
  }

  private static void putGeometry() {
    put(Upsample.class, values -> values.at("value", v -> Layers.upsample(v.number("value"))));
    put(Pad.class, values -> values.at("value", v -> new PadLayer(null, v.sides("value"))));
    put(Crop.class, values -> values.at("value", v -> new CropLayer(null, v.sides("value"))));
    put(Subsample.class, values -> values.at("value", v -> Layers.subsample(v.number("value"))));
    put(PadChannels.class, LayerAnnotations::padChannels);
    put(
        PixelShuffle.class,
        values -> values.at("value", v -> Layers.pixelShuffle(v.number("value"))));
    put(
        ChannelShuffle.class,
        values ->
            values.at(
                "value",
                StandInLayers.channelShuffle(),
                v -> Layers.channelShuffle(v.number("value"))));
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

  private static Layer dense(AnnotationArguments values) {
    DenseLayer dense = values.at("value", v -> Layers.dense(v.number("value")));
    DenseLayer biased = values.flag("bias") ? dense : dense.noBias();
    DenseLayer counted =
        values.at(
            "inFeatures",
            biased,
            v -> v.optional("inFeatures").map(biased::inFeatures).orElse(biased));
    return counted.init(values.constant("init", Init.class));
  }

  private static Layer batchNorm(AnnotationArguments values) {
    BatchNormLayer norm =
        values.at(
            "channels",
            Layers.batchNorm(),
            v -> v.optional("channels").map(Layers::batchNorm).orElse(Layers.batchNorm()));
    BatchNormLayer stable = values.at("epsilon", norm, v -> norm.epsilon(v.real("epsilon")));
    return values.at("momentum", stable, v -> stable.momentum(v.real("momentum")));
  }

  private static Layer instanceNorm(AnnotationArguments values) {
    InstanceNormLayer norm =
        values.at(
            "epsilon",
            Layers.instanceNorm(),
            v -> Layers.instanceNorm().epsilon(v.real("epsilon")));
    return values.flag("affine") ? norm.affine() : norm;
  }

  private static Layer groupNorm(AnnotationArguments values) {
    GroupNormLayer norm =
        values.at("value", StandInLayers.groupNorm(), v -> Layers.groupNorm(v.number("value")));
    return values.at("epsilon", norm, v -> norm.epsilon(v.real("epsilon")));
  }

  private static Layer localResponseNorm(AnnotationArguments values) {
    LocalResponseNormLayer norm =
        values.at(
            "value",
            StandInLayers.localResponseNorm(),
            v -> Layers.localResponseNorm(v.number("value")));
    LocalResponseNormLayer scaled = values.at("alpha", norm, v -> norm.alpha(v.real("alpha")));
    LocalResponseNormLayer raised = values.at("beta", scaled, v -> scaled.beta(v.real("beta")));
    return values.at("k", raised, v -> raised.k(v.real("k")));
  }

  private static Layer padChannels(AnnotationArguments values) {
    int before = values.at("before", v -> Layers.padChannels(v.number("before"), 0).before());
    return values.at("after", v -> Layers.padChannels(before, v.number("after")));
  }
}
