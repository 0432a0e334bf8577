package dev.weft.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.onednn.Bfloat16;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.TestArrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks in bfloat16, emulated if need be, against the same ones in float. */
class Bfloat16Test {
  private static final int BATCH = 4;

  /** A number has eight bits, and errors of many layers add up. */
  private static final double OF_OUTPUTS = 2e-2;

  /** On the way back they add up again, and functions with a kink let other numbers through. */
  private static final double OF_GRADIENTS = 0.15;

  private static final ModelOptions OPTIONS =
      ModelOptions.defaults().seed(2).kernels(KernelChoice.ONEDNN);

  static List<NetworkType<?>> networks() {
    return List.of(
        LeNet5Network.TYPE,
        TinyResNetNetwork.TYPE,
        MenagerieNetwork.TYPE,
        CifarResNet20Network.TYPE);
  }

  @BeforeAll
  static void requireBfloat16() {
    assumeTrue(
        DnnlKernels.bfloat16() != Bfloat16.MISSING,
        "oneDNN has no bfloat16 for this processor, which lacks AVX-512");
  }

  private static INDArray images(NetworkType<?> type) {
    return TestArrays.normal(
        1, org.nd4j.linalg.api.buffer.DataType.FLOAT, type.input().batched(BATCH));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void predictionsAgree(NetworkType<?> type) {
    INDArray expected = type.create(OPTIONS).predict(images(type));
    Model network = type.create(OPTIONS.dataType(DataType.BFLOAT16));
    assertThat(network.dataType()).isEqualTo(DataType.BFLOAT16);
    assertThat(distance(network.predict(images(type)), expected)).isBetween(1e-6, OF_OUTPUTS);
    assertThat(network.bufferBytes()).isEqualTo(type.inferenceBytes(BATCH, DataType.BFLOAT16));
    assertThat(distance(network.freeze().predict(images(type)), expected))
        .isBetween(1e-6, OF_OUTPUTS);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradientsAgree(NetworkType<?> type) {
    Model expected = type.create(OPTIONS);
    Model network = type.create(OPTIONS.dataType(DataType.BFLOAT16));
    INDArray output = expected.forward(images(type));
    assertThat(distance(network.forward(images(type)), output)).isBetween(1e-6, OF_OUTPUTS);
    INDArray[] sides =
        expected.sideOutputs().stream().map(side -> side.values()).toArray(INDArray[]::new);
    expected.backward(output, sides);
    network.backward(output, sides);
    double squares = 0;
    double difference = 0;
    for (int i = 0; i < expected.parameters().size(); i++) {
      Parameter own = network.parameters().get(i);
      INDArray gradient = expected.parameters().get(i).gradient().toArray();
      assertThat(own.gradient().toArray().dataType())
          .isEqualTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
      squares += square(gradient);
      difference += square(own.gradient().toArray().sub(gradient));
    }
    assertThat(Math.sqrt(difference / squares)).isBetween(1e-6, OF_GRADIENTS);
  }

  private static double distance(INDArray found, INDArray expected) {
    return Math.sqrt(square(found.sub(expected)) / square(expected));
  }

  private static double square(INDArray array) {
    double norm = array.norm2Number().doubleValue();
    return norm * norm;
  }
}
