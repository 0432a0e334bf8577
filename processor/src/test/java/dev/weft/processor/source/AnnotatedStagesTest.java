package dev.weft.processor.source;

import static dev.weft.dsl.Layers.avgPool;
import static dev.weft.dsl.Layers.batchNorm;
import static dev.weft.dsl.Layers.conv;
import static dev.weft.dsl.Layers.dense;
import static dev.weft.dsl.Layers.dropout;
import static dev.weft.dsl.Layers.flatten;
import static dev.weft.dsl.Layers.globalAvgPool;
import static dev.weft.dsl.Layers.maxPool;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.sigmoid;
import static dev.weft.dsl.Layers.softmax;
import static dev.weft.dsl.Layers.tanh;
import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.dsl.Init;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.processor.testing.Reading;
import org.junit.jupiter.api.Test;

/** The annotated form. */
final class AnnotatedStagesTest {
  private static Layer stage(String annotations) {
    return Reading.layers(
            JavaFileObjects.forSourceString(
                "Net",
                """
                import dev.weft.dsl.*;
                import dev.weft.dsl.annotation.*;
                @Network(input = {3, 8, 8})
                interface Net { %s Layer a(); }
                """
                    .formatted(annotations)))
        .get("a");
  }

  @Test
  void everyAnnotationIsTheLayerOfItsFactory() {
    assertThat(stage("@Conv(filters = 6, kernel = 5)")).isEqualTo(conv(6, 5));
    assertThat(stage("@MaxPool(kernel = 2)")).isEqualTo(maxPool(2));
    assertThat(stage("@AvgPool(kernel = 2)")).isEqualTo(avgPool(2));
    assertThat(stage("@GlobalAvgPool")).isEqualTo(globalAvgPool());
    assertThat(stage("@Dense(84)")).isEqualTo(dense(84));
    assertThat(stage("@Flatten")).isEqualTo(flatten());
    assertThat(stage("@Relu")).isEqualTo(relu());
    assertThat(stage("@Tanh")).isEqualTo(tanh());
    assertThat(stage("@Sigmoid")).isEqualTo(sigmoid());
    assertThat(stage("@Softmax")).isEqualTo(softmax());
    assertThat(stage("@Dropout(0.3)")).isEqualTo(dropout(0.3));
    assertThat(stage("@BatchNorm")).isEqualTo(batchNorm());
  }

  @Test
  void everyValueIsAModifier() {
    assertThat(
            stage(
                "@Conv(filters = 8, kernel = 3, stride = 2, padding = 1, dilation = 4, groups = 2,"
                    + " bias = false, init = Init.XAVIER)"))
        .isEqualTo(
            conv(8, 3).stride(2).padding(1).dilation(4).groups(2).noBias().init(Init.XAVIER));
    assertThat(stage("@MaxPool(kernel = 3, stride = 2, padding = 1)"))
        .isEqualTo(maxPool(3).stride(2).padding(1));
    assertThat(stage("@AvgPool(kernel = 3, stride = 1, padding = 1)"))
        .isEqualTo(avgPool(3).stride(1).padding(1));
    assertThat(stage("@Dense(value = 5, bias = false, init = Init.XAVIER)"))
        .isEqualTo(dense(5).noBias().init(Init.XAVIER));
    assertThat(stage("@BatchNorm(epsilon = 1e-3, momentum = 0.01)"))
        .isEqualTo(batchNorm().epsilon(1e-3).momentum(0.01));
  }

  @Test
  void severalAnnotationsFollowEachOtherInSourceOrder() {
    assertThat(stage("@BatchNorm @Relu @Dropout(0.5)"))
        .isEqualTo(sequential(batchNorm(), relu(), dropout(0.5)));
  }

  @Test
  void otherAnnotationsAreNoLayers() {
    assertThat(stage("@Deprecated @Relu")).isEqualTo(relu());
  }

  @Test
  void inputOfOneNumberIsAVector() {
    ReadNetwork network =
        Reading.networks(
                JavaFileObjects.forSourceString(
                    "Net", "@dev.weft.dsl.Network(input = 784) interface Net {}"))
            .get(0);
    assertThat(network.declaration().input()).isEqualTo(Shape.of(784));
  }

  @Test
  void refusedValueIsAMistakeAtThatValue() {
    network("@Conv(filters = §0, kernel = 3) Layer a();")
        .fails(Code.INVALID_ARGUMENT, "the number of filters must be at least 1, but is 0");
    network("@Conv(filters = 1, kernel = §-3) Layer a();")
        .fails(Code.INVALID_ARGUMENT, "kernel must be at least 1, but is -3");
    network("@Conv(filters = 1, kernel = 3, stride = §0) Layer a();")
        .fails(Code.INVALID_ARGUMENT, "stride must be at least 1, but is 0");
    network("@Tanh @MaxPool(kernel = 2, padding = §2) Layer a();")
        .fails(
            Code.INVALID_ARGUMENT,
            "padding must be at most half the kernel, but is 2 for a kernel of 2x2");
    network("@Dropout(§1.5) Layer a();")
        .fails(
            Code.INVALID_ARGUMENT,
            "the probability to drop must be at least 0 and below 1, but is 1.5");
    network("@BatchNorm(epsilon = §0) Layer a();")
        .fails(Code.INVALID_ARGUMENT, "epsilon must be above 0 and finite, but is 0.0");
    network("@BatchNorm(momentum = §2) Layer a();")
        .fails(Code.INVALID_ARGUMENT, "momentum must be from 0 to 1, but is 2.0");
  }

  @Test
  void fixIsAValueOfTheAnnotation() {
    assertThat(
            network("@MaxPool(kernel = 4) Layer a(); @Conv(filters = 4, kernel = §9) Layer b();")
                .failsAndMends(
                    Code.KERNEL_LARGER_THAN_INPUT, "the 9x9 kernel is larger than the 8x8 input"))
        .contains("fix: pad the input: padding = 4 ")
        .contains(" or: take a smaller kernel, at most 8x8: kernel = 8 ");
  }

  @Test
  void missingValueIsJavasOwnError() {
    assertThat(network("@Conv(filters = 1) Layer a();").errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(null)).contains("missing a default value"));
  }

  @Test
  void stageWithAMistakeHasNoLayerAndTheOthersAreRead() {
    ReadNetwork network =
        Reading.networks(
                JavaFileObjects.forSourceString(
                    "Net",
                    """
                    import dev.weft.dsl.*;
                    import dev.weft.dsl.annotation.*;
                    @Network(input = {3, 8, 8})
                    interface Net {
                      @Dense(0) Layer a();
                      @Relu Layer b();
                    }
                    """))
            .get(0);
    assertThat(network.problems()).hasSize(1);
    assertThat(network.declaration().stages().get(0).layer()).isNull();
    assertThat(network.declaration().stages().get(1).layer()).isEqualTo(relu());
  }
}
