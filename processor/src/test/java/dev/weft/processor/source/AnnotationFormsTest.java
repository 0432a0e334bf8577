package dev.weft.processor.source;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.weft.dsl.Init;
import dev.weft.dsl.Layer;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.From;
import dev.weft.dsl.annotation.Frozen;
import dev.weft.processor.testing.Reading;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An annotation declares the same layer as its factory. */
final class AnnotationFormsTest {
  static Stream<Arguments> forms() {
    return Stream.of(
        form("@Conv(filters = 6, kernel = 5)", conv(6, 5)),
        form("@Conv(filters = 6, kernel = {1, 7}, padding = {0, 3})", conv(6, 1, 7).padding(0, 3)),
        form(
            "@Conv(filters = 6, kernel = 3, stride = {2, 1}, padding = {1, 2, 3, 4},"
                + " dilation = {1, 2}, groups = 3, bias = false, init = Init.XAVIER)",
            conv(6, 3)
                .stride(2, 1)
                .padding(1, 2, 3, 4)
                .dilation(1, 2)
                .groups(3)
                .noBias()
                .init(Init.XAVIER)),
        form(
            "@Conv(filters = 6, kernel = 3, autoPad = PaddingMode.SAME)", conv(6, 3).padding(SAME)),
        form("@Conv(filters = 6, kernel = 3, inChannels = 4)", conv(6, 3).inChannels(4)),
        form(
            "@DepthwiseConv(kernel = 3, padding = 1, multiplier = 2, bias = false)",
            depthwiseConv(3).padding(1).multiplier(2).noBias()),
        form("@SeparableConv(filters = 8, kernel = 3, stride = 2)", separableConv(8, 3).stride(2)),
        form(
            "@TransposedConv(filters = 8, kernel = 3, stride = 2, padding = 1, outputPadding = 1,"
                + " groups = 2)",
            transposedConv(8, 3).stride(2).padding(1).outputPadding(1).groups(2)),
        form("@MaxPool(kernel = 3)", maxPool(3)),
        form(
            "@MaxPool(kernel = {3, 2}, stride = 1, padding = 1, dilation = 2, ceilMode = true)",
            maxPool(3, 2).stride(1).padding(1).dilation(2).ceilMode()),
        form(
            "@AvgPool(kernel = 3, stride = 2, padding = 1, ceilMode = true,"
                + " countIncludePad = false)",
            avgPool(3).stride(2).padding(1).ceilMode().countIncludePad(false)),
        form("@AdaptiveAvgPool({6, 7})", adaptiveAvgPool(6, 7)),
        form("@GlobalAvgPool", globalAvgPool()),
        form("@Dense(10)", dense(10)),
        form("@Dense(value = 10, bias = false, inFeatures = 4)", dense(10).noBias().inFeatures(4)),
        form("@Flatten", flatten()),
        form("@Identity", identity()),
        form("@BatchNorm", batchNorm()),
        form(
            "@BatchNorm(channels = 4, epsilon = 1e-3, momentum = 0.01)",
            batchNorm(4).epsilon(1e-3).momentum(0.01)),
        form("@LayerNorm(epsilon = 1e-6)", layerNorm().epsilon(1e-6)),
        form("@InstanceNorm(affine = true)", instanceNorm().affine()),
        form("@GroupNorm(2)", groupNorm(2)),
        form(
            "@LocalResponseNorm(value = 5, alpha = 1e-3, beta = 0.5, k = 2)",
            localResponseNorm(5).alpha(1e-3).beta(0.5).k(2)),
        form("@Relu", relu()),
        form("@Relu6", relu6()),
        form("@LeakyRelu", leakyRelu()),
        form("@LeakyRelu(0.2)", leakyRelu(0.2)),
        form("@Tanh", tanh()),
        form("@Sigmoid", sigmoid()),
        form("@Swish", swish()),
        form("@HardSwish", hardSwish()),
        form("@Gelu", gelu()),
        form("@Softmax", softmax()),
        form("@Dropout(0.5)", dropout(0.5)),
        form("@DropPath(0.1)", dropPath(0.1)),
        form("@Upsample(2)", upsample(2)),
        form("@Pad(2)", pad(2)),
        form("@Pad({1, 2, 3, 4})", pad(1, 2, 3, 4)),
        form("@Crop({1, 2})", crop(1, 2, 1, 2)),
        form("@Subsample(2)", subsample(2)),
        form("@PadChannels(before = 1, after = 2)", padChannels(1, 2)),
        form("@PixelShuffle(2)", pixelShuffle(2)),
        form("@ChannelShuffle(2)", channelShuffle(2)),
        form("@ExpectShape({4, 32, 32})", expect(4, 32, 32)));
  }

  private static Arguments form(String annotation, Layer layer) {
    return Arguments.of(annotation, layer);
  }

  /** One that the processor does not know would be left out without a word. */
  @Test
  void everyAnnotationOfALayerHasAForm() {
    Set<String> annotations =
        new ClassFileImporter()
            .importPackagesOf(Conv.class).stream()
                .map(JavaClass::reflect)
                .filter(AnnotationFormsTest::standsOnStages)
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    annotations.remove(From.class.getSimpleName());
    annotations.remove(Frozen.class.getSimpleName());
    assertThat(forms().map(form -> ((String) form.get()[0]).replaceAll("@(\\w+).*", "$1")))
        .containsAll(annotations)
        .contains("Conv", "Relu");
  }

  private static boolean standsOnStages(Class<?> type) {
    Target target = type.getAnnotation(Target.class);
    return target != null && List.of(target.value()).contains(ElementType.METHOD);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void annotationDeclaresWhatTheFactoryMakes(String annotation, Layer layer) {
    String source =
        "package test; import dev.weft.dsl.*; import dev.weft.dsl.annotation.*;"
            + "@Network(input = {4, 32, 32}) interface Net { "
            + annotation
            + " Layer a(); }";
    assertThat(Reading.layers(JavaFileObjects.forSourceString("test.Net", source)).get("a"))
        .isEqualTo(layer);
  }
}
