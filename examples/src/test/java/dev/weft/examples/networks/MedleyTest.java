package dev.weft.examples.networks;

import static dev.weft.runtime.testing.ModelGradients.assertGradients;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FiniteDifferences;
import dev.weft.runtime.testing.TestArrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class MedleyTest {
  private static final org.nd4j.linalg.api.buffer.DataType DOUBLE =
      org.nd4j.linalg.api.buffer.DataType.DOUBLE;
  private static final double STEP = 1e-6;

  private final MedleyNetwork network =
      new MedleyNetwork(
          ModelOptions.defaults().seed(3).dataType(DataType.DOUBLE).withInputGradient());
  private final INDArray images = TestArrays.normal(1, DOUBLE, 3, 2, 9, 7);
  private final INDArray weights = TestArrays.normal(2, DOUBLE, 3, 5);

  private double loss(INDArray input) {
    return FiniteDifferences.dot(network.forward(input), weights);
  }

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    loss(images);
    network.backward(weights);
    assertGradients(network, images, this::loss, STEP);
  }

  @Test
  void accessorsFollowTheDeclaration() {
    assertThat(network.blocks().block4().downsample().conv0().weight().name())
        .isEqualTo("blocks.4.downsample.0.weight");
    assertThat(network.inception().reduce().bias().name()).isEqualTo("inception.reduce.bias");
    assertThat(network.stem().batchNorm1().runningVar().name()).isEqualTo("stem.1.running_var");
  }

  @Test
  void constantsEqualTheArraysSizes() {
    long sizes = network.parameters().stream().mapToLong(Parameter::size).sum();
    assertThat(MedleyNetwork.PARAMETERS).isEqualTo(sizes);
    assertThat(MedleyNetwork.OUTPUT.elements()).isEqualTo(5);
  }
}
