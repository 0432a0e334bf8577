package dev.weft.runtime.observe;

import static dev.weft.runtime.testing.TestTensors.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.dsl.Activation;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.observe.LayerCall.Direction;
import dev.weft.runtime.observe.LayerCall.Part;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ObservedKernelsTest {
  private static final ConvOp CONV = ConvOp.of(3, 8, Window.of(3, 3)).noBias();
  private static final BatchNormOp NORM = new BatchNormOp(8, 1e-5, 0.1);
  private static final ActivationOp RELU = new ActivationOp(Activation.RELU);

  private final Recorder recorder = new Recorder();
  private final Kernels kernels = ObservedKernels.of(new DnnlKernels(DataType.FLOAT, 1), recorder);
  private final Tensor image = zeros(kernels, 2, 3, 6, 6);
  private final Tensor features = zeros(kernels, 2, 8, 4, 4);

  @Test
  void whoWantsToKnowNothingGetsTheKernelsThemselves() {
    Kernels plain = new Nd4jKernels(DataType.FLOAT, 1);
    assertThat(ObservedKernels.of(plain, LayerObserver.NONE)).isSameAs(plain);
  }

  @Test
  void aCallIsReportedWithItsLayerAndTensors() {
    Conv2d conv = kernels.conv2d("layer1.0.conv1", CONV);
    conv.forward(image, features);
    conv.backward(image, features, null);
    assertThat(recorder.calls)
        .extracting(LayerCall::name)
        .containsExactly("layer1.0.conv1", "layer1.0.conv1");
    assertThat(recorder.calls)
        .extracting(LayerCall::direction)
        .containsExactly(Direction.FORWARD, Direction.BACKWARD);
    assertThat(recorder.calls.get(0).parts()).containsExactly(new Part("layer1.0.conv1", CONV));
    assertThat(recorder.calls.get(0).tensors()).containsExactly(image, features);
    assertThat(recorder.calls.get(1).tensors()).containsExactly(image, features, null);
  }

  @Test
  void whatALayerOnlyTellsIsNoCall() {
    Conv2d conv = kernels.conv2d("conv", CONV);
    assertThat(conv.weight().name()).isEqualTo("conv.weight");
    assertThat(conv).isEqualTo(conv).hasSameHashCodeAs(conv);
    assertThat(kernels.parameters()).containsExactly(conv.weight());
    assertThat(recorder.calls).isEmpty();
  }

  @Test
  void aBatchNormInferringGoesForward() {
    kernels.batchNorm("bn", NORM).infer(features, features);
    assertThat(recorder.last().direction()).isEqualTo(Direction.FORWARD);
  }

  @Test
  void aConcatenationNamesItsOutputFirst() {
    Tensor joined = zeros(kernels, 2, 16, 4, 4);
    Tensor other = zeros(kernels, 2, 8, 4, 4);
    kernels.concat("join").forward(joined, features, other);
    assertThat(recorder.last().tensors()).containsExactly(joined, features, other);
    assertThat(recorder.last().output()).isSameAs(joined);
  }

  @Test
  void whatIsComputedAtOnceIsNamedByItsParts() {
    Conv2d conv = kernels.conv2d("layer1.0.conv2", CONV);
    BatchNorm norm = kernels.batchNorm("layer1.0.bn2", NORM);
    Elementwise relu = kernels.elementwise("layer1.1", RELU);
    Fused fused = kernels.fused(conv).batchNorm(norm).activation(relu);
    Tensor addend = zeros(kernels, 2, 8, 4, 4);
    fused.forward(image, features);
    fused.forward(image, addend, features);
    assertThat(recorder.calls)
        .extracting(LayerCall::name)
        .containsExactly(
            "layer1.0.conv2 + .bn2 + layer1.1", "layer1.0.conv2 + .bn2 + add + layer1.1");
    assertThat(recorder.last().parts())
        .extracting(Part::op)
        .containsExactly(CONV, NORM, new AddOp(), RELU);
    assertThat(recorder.last().tensors()).containsExactly(image, addend, features);
  }

  @Test
  void aStageWithoutBlocksHasNoNamesToShorten() {
    Fused fused =
        kernels
            .fused(kernels.dense("fc", DenseOp.of(4, 2)))
            .activation(kernels.elementwise("act", RELU));
    fused.forward(zeros(kernels, 1, 4), zeros(kernels, 1, 2));
    assertThat(recorder.last().name()).isEqualTo("fc + act");
  }

  @Test
  void anExceptionIsTheLayersOwn() {
    BatchNorm norm = kernels.batchNorm("bn", NORM);
    Tensor single = zeros(kernels, 1, 8, 1, 1);
    assertThatExceptionOfType(BatchTooSmallException.class)
        .isThrownBy(() -> norm.forward(single, zeros(kernels, 1, 8, 1, 1)))
        .withNoCause();
    assertThat(recorder.calls).isEmpty();
  }

  /** 3 x 3 x 3 products for each of 8 x 4 x 4 numbers of 2 images. */
  @Test
  void multiplyAddsAreThoseOfTheBatchAndOfEachGradient() {
    long products = 27 * 8 * 4 * 4 * 2;
    Conv2d conv = kernels.conv2d("conv", CONV);
    conv.forward(image, features);
    assertThat(recorder.last().macs()).isEqualTo(products);
    conv.backward(image, features, null);
    assertThat(recorder.last().macs()).isEqualTo(products);
    conv.backward(image, features, zeros(kernels, 2, 3, 6, 6));
    assertThat(recorder.last().macs()).isEqualTo(2 * products);
    kernels.fused(conv).activation(kernels.elementwise("relu", RELU)).forward(image, features);
    assertThat(recorder.last().macs()).isEqualTo(products);
    kernels.elementwise("relu", RELU).forward(features, features);
    assertThat(recorder.last().macs()).isZero();
  }

  @Test
  void aGradientThatIsNotAskedForMultipliesNothing() {
    Tensor factors = zeros(kernels, 2, 8);
    kernels.scale("scale").backward(features, factors, features, null, zeros(kernels, 2, 8));
    assertThat(recorder.last().macs()).isZero();
  }

  @Test
  void oneDnnTellsItsPrimitive() {
    Conv2d conv = kernels.conv2d("conv", CONV);
    conv.forward(image, features);
    kernels.elementwise("relu", RELU).forward(features, features);
    conv.forward(image, features);
    assertThat(recorder.implementations).allMatch(name -> name.matches("\\w+:\\S+"));
    assertThat(recorder.implementations.get(2))
        .isEqualTo(recorder.implementations.get(0))
        .isNotEqualTo(recorder.implementations.get(1));
  }

  @Test
  void whatOneDnnLacksIsComputedOnCopies() {
    LocalResponseNorm norm =
        kernels.localResponseNorm("norm", new LocalResponseNormOp(4, 1, 0.75, 1));
    norm.forward(features, features);
    norm.backward(features, zeros(kernels, 2, 8, 4, 4), zeros(kernels, 2, 8, 4, 4));
    assertThat(recorder.implementations).containsExactly("nd4j (copied)", "nd4j (copied)");
  }

  @Test
  void nd4jIsNd4j() {
    Kernels nd4j = ObservedKernels.of(new Nd4jKernels(DataType.FLOAT, 1), recorder);
    Tensor x = zeros(nd4j, 1, 8);
    nd4j.elementwise("relu", RELU).forward(x, x);
    assertThat(recorder.implementations).containsExactly("nd4j");
  }
}
