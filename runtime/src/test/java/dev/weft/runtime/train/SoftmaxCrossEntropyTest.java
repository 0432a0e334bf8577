package dev.weft.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SoftmaxCrossEntropyTest {
  private static final int[] LABELS = {2, 0, 3, 3, 1};
  private static final long[] SHAPE = {5, 4};

  /** libtorch's number for the mean over the batch. */
  private static final long MEAN = 1;

  private final Loss loss = new SoftmaxCrossEntropy();

  @ParameterizedTest
  @ValueSource(doubles = {1, 30, 1000})
  @Tag("torch")
  void lossAndGradientAgreeWithLibtorch(double scale) {
    double[] logits = new Random(1).doubles(20, -scale, scale).toArray();
    float[] floats = new float[logits.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) logits[i];
    }
    agrees(Tensor.create(logits, SHAPE), Nd4j.create(logits, SHAPE, DataType.DOUBLE), 1e-12);
    agrees(Tensor.create(floats, SHAPE), Nd4j.create(floats, SHAPE, 'c'), 1e-5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5})
  @Tag("torch")
  void smoothedLossAndGradientAgreeWithLibtorch(double smoothing) {
    double[] logits = new Random(1).doubles(20, -3, 3).toArray();
    Tensor torchLogits = Tensor.create(logits, SHAPE);
    torchLogits.set_requires_grad(true);
    long[] labels = Arrays.stream(LABELS).asLongStream().toArray();
    Tensor expected =
        torch.cross_entropy_loss(
            torchLogits, Tensor.create(labels, 5), new TensorOptional(), MEAN, -100, smoothing);
    agrees(
        new SoftmaxCrossEntropy(smoothing),
        expected,
        torchLogits,
        Nd4j.create(logits, SHAPE, DataType.DOUBLE),
        1e-12);
  }

  @Test
  void smoothingOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new SoftmaxCrossEntropy(1))
        .hasMessage("the smoothing of labels must be from 0 to below 1, but is 1.0");
  }

  private void agrees(Tensor torchLogits, INDArray logits, double tolerance) {
    torchLogits.set_requires_grad(true);
    long[] labels = Arrays.stream(LABELS).asLongStream().toArray();
    Tensor expected = torch.cross_entropy_loss(torchLogits, Tensor.create(labels, 5));
    agrees(loss, expected, torchLogits, logits, tolerance);
  }

  private static void agrees(
      Loss loss, Tensor expected, Tensor torchLogits, INDArray logits, double tolerance) {
    expected.backward();
    Loss.Result result = loss.of(logits, LABELS);
    double value = expected.item_double();
    assertThat(result.value()).isCloseTo(value, within(tolerance * Math.max(1, value)));
    assertThat(result.gradient().dataType()).isEqualTo(logits.dataType());
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(result.gradient().getDouble(row, column))
            .isCloseTo(torchLogits.grad().get(row).get(column).item_double(), within(tolerance));
      }
    }
  }

  @Test
  void gradientIsThatOfTheLossByFiniteDifferences() {
    double[] logits = new Random(2).doubles(20, -3, 3).toArray();
    INDArray array = Nd4j.create(logits, SHAPE, DataType.DOUBLE);
    INDArray gradient = loss.of(array, LABELS).gradient();
    double step = 1e-5;
    for (int i = 0; i < logits.length; i++) {
      array.putScalar(i / 4, i % 4, logits[i] + step);
      double above = loss.of(array, LABELS).value();
      array.putScalar(i / 4, i % 4, logits[i] - step);
      double below = loss.of(array, LABELS).value();
      array.putScalar(i / 4, i % 4, logits[i]);
      assertThat(gradient.getDouble(i / 4, i % 4))
          .isCloseTo((above - below) / (2 * step), within(1e-9));
    }
  }

  @Test
  void equalScoresCostTheLogarithmOfTheClasses() {
    Loss.Result result = loss.of(Nd4j.zeros(DataType.DOUBLE, 3, 4), 0, 1, 2);
    assertThat(result.value()).isCloseTo(Math.log(4), within(1e-12));
  }

  @Test
  void outputStaysAsItIsAndTheGradientHasItsShape() {
    INDArray output = Nd4j.createFromArray(1f, 2f, 3f, 4f).reshape(2, 2, 1, 1);
    Loss.Result result = loss.of(output, 0, 1);
    assertThat(output.ravel().toFloatVector()).containsExactly(1, 2, 3, 4);
    assertThat(result.gradient().shape()).containsExactly(2, 2, 1, 1);
  }

  @Test
  void labelsOutOfRangeAreNamedWithTheirIndex() {
    INDArray output = Nd4j.zeros(DataType.FLOAT, 2, 10);
    assertThatThrownBy(() -> loss.of(output, 3, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the label of image 1 is 10, but the network has 10 classes, 0 to 9");
    assertThatThrownBy(() -> loss.of(output, -1, 3)).hasMessageContaining("image 0 is -1");
  }

  @Test
  void outputAndLabelsMustFitTogether() {
    assertThatThrownBy(() -> loss.of(Nd4j.zeros(2, 10), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the output has 2 rows, but there are 1 labels");
    assertThatThrownBy(() -> loss.of(Nd4j.zeros(2, 10, 3, 3), 3, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[2, 10, 3, 3]");
  }
}
