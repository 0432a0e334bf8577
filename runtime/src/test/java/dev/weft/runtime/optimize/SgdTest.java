package dev.weft.runtime.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.testing.ArrayTensor;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SgdTest {
  private static final int STEPS = 20;

  @ParameterizedTest
  @CsvSource({"FLOAT,0,0", "FLOAT,0.9,0", "FLOAT,0.9,0.05", "FLOAT,0,0.05", "DOUBLE,0.9,0.05"})
  @Tag("torch")
  void twentyStepsAgreeWithLibtorch(DataType type, double momentum, double decay) {
    Random random = new Random(3);
    double[] start = random.doubles(35, -1, 1).toArray();
    Parameter weight = parameter(type, start);
    Tensor torchWeight = torch(type, start);
    torchWeight.set_requires_grad(true);
    Sgd sgd = new Sgd(List.of(weight), momentum, decay);
    SGDOptions options = new SGDOptions(1);
    options.momentum().put(momentum);
    options.weight_decay().put(decay);
    SGD torchSgd = new SGD(new TensorVector(torchWeight), options);

    for (int step = 0; step < STEPS; step++) {
      double rate = 0.1 / (1 + step % 3);
      double[] gradient = random.doubles(35, -1, 1).toArray();
      weight.gradient().assign(array(type, gradient));
      sgd.step(rate);
      new SGDOptions(torchSgd.param_groups().get(0).options()).lr().put(rate);
      torchSgd.zero_grad();
      torchWeight.mul(torch(type, gradient)).sum().backward();
      torchSgd.step();
    }

    double[] expected = new double[35];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = torchWeight.get(i / 5).get(i % 5).item_double();
    }
    double tolerance = type == DataType.DOUBLE ? 1e-13 : 1e-6;
    INDArray difference =
        weight.get().castTo(DataType.DOUBLE).sub(array(DataType.DOUBLE, expected));
    double scale = array(DataType.DOUBLE, expected).amaxNumber().doubleValue();
    assertThat(difference.amaxNumber().doubleValue()).isLessThan(tolerance * scale);
    assertThat(array(DataType.DOUBLE, expected)).isNotEqualTo(array(DataType.DOUBLE, start));
  }

  @Test
  void twoStepsAgreeWithThePencil() {
    Parameter weight = ArrayTensor.parameter("w", Nd4j.createFromArray(1.0, -2.0));
    Sgd sgd = new Sgd(List.of(weight), 0.5, 0.25);
    weight.gradient().assign(Nd4j.createFromArray(4.0, 2.0));
    sgd.step(0.5);
    assertThat(weight.get().toDoubleVector()).containsExactly(1 - 0.5 * 4.25, -2 - 0.5 * 1.5);
    sgd.step(1);
    // w = (-1.125, -2.75), v = 0.5 (4.25, 1.5) + (4, 2) + 0.25 w
    assertThat(weight.get().toDoubleVector())
        .containsExactly(-1.125 - (2.125 + 4 - 0.28125), -2.75 - (0.75 + 2 - 0.6875));
  }

  @Test
  void theGradientStaysAsItIs() {
    Parameter weight = ArrayTensor.parameter("w", Nd4j.createFromArray(1.0, -2.0));
    weight.gradient().assign(Nd4j.createFromArray(4.0, 2.0));
    new Sgd(List.of(weight), 0.9, 0.1).step(0.5);
    assertThat(weight.gradient().toArray().toDoubleVector()).containsExactly(4, 2);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new Sgd(List.of(), 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("momentum must be from 0 to below 1, but is 1.0");
    assertThatThrownBy(() -> new Sgd(List.of(), 0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("decay must be at least 0, but is NaN");
  }

  @Test
  void aRunningStatisticIsRefused() {
    Parameter mean =
        new Parameter(
            "bn.running_mean", ArrayTensor.zeros(DataType.FLOAT, 3), null, Arithmetic.ND4J);
    assertThatThrownBy(() -> new Sgd(List.of(mean), 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bn.running_mean");
  }

  private static Parameter parameter(DataType type, double[] values) {
    return ArrayTensor.parameter("w", array(type, values));
  }

  private static INDArray array(DataType type, double[] values) {
    return Nd4j.create(values, new long[] {7, 5}, DataType.DOUBLE).castTo(type);
  }

  private static Tensor torch(DataType type, double[] values) {
    if (type == DataType.DOUBLE) {
      return Tensor.create(values, 7, 5);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return Tensor.create(floats, 7, 5);
  }
}
