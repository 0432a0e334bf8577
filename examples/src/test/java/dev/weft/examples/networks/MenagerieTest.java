package dev.weft.examples.networks;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static dev.weft.runtime.testing.ModelGradients.assertGradients;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.SideOutput;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FiniteDifferences;
import dev.weft.runtime.testing.TestArrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class MenagerieTest {
  private static final org.nd4j.linalg.api.buffer.DataType DOUBLE =
      org.nd4j.linalg.api.buffer.DataType.DOUBLE;
  private static final double STEP = 1e-6;
  private static final int BATCH = 2;

  private final MenagerieNetwork network =
      new MenagerieNetwork(
          ModelOptions.defaults().seed(3).dataType(DataType.DOUBLE).withInputGradient());
  private final INDArray images = TestArrays.normal(1, DOUBLE, BATCH, 3, 9, 7);
  private final INDArray outputWeights = TestArrays.normal(2, DOUBLE, BATCH, 5);

  /** Of the two heads, and of the value in the middle of the decoder that is a side output. */
  private final INDArray[] sideWeights = {
    TestArrays.normal(3, DOUBLE, BATCH, 4),
    TestArrays.normal(4, DOUBLE, BATCH, 3, 12, 8),
    TestArrays.normal(5, DOUBLE, BATCH, 4)
  };

  private double loss(INDArray input) {
    double loss = FiniteDifferences.dot(network.forward(input), outputWeights);
    List<SideOutput> sides = network.sideOutputs();
    for (int i = 0; i < sideWeights.length; i++) {
      loss += FiniteDifferences.dot(sides.get(i).values(), sideWeights[i]);
    }
    return loss;
  }

  @Test
  void gradientsOfOutputAndSideOutputsAgreeWithFiniteDifferences() {
    loss(images);
    network.backward(outputWeights, sideWeights);
    assertGradients(network, images, this::loss, STEP);
  }

  @Test
  void sideOutputsComeInTheOrderOfTheirDeclarationWithTheirWeights() {
    network.forward(images);
    List<SideOutput> sides = network.sideOutputs();
    assertThat(sides).extracting(SideOutput::weight).containsExactly(0.3, 0.7, 0.5);
    assertThat(sides.get(1).values().shape()).containsExactly(BATCH, 3, 12, 8);
  }

  @Test
  void predictionLeavesTheHeadsOutAndTheRestAsItIs() {
    // Nothing here behaves differently in training but for a dropPath of probability zero.
    assertClose("output", network.predict(images), network.forward(images), 1e-12);
  }

  @Test
  void aPredictionBetweenForwardAndBackwardChangesNoGradient() {
    loss(images);
    network.backward(outputWeights, sideWeights);
    INDArray expected = network.inputGradient();
    loss(images);
    network.predict(TestArrays.normal(6, DOUBLE, 1, 3, 9, 7));
    network.backward(outputWeights, sideWeights);
    assertThat(network.inputGradient()).isEqualTo(expected);
  }

  @Test
  void aHeadOfWhichTheGradientIsZeroIsNotTrained() {
    network.forward(images);
    network.backward(
        outputWeights, sideWeights[0].mul(0), sideWeights[1].mul(0), sideWeights[2].mul(0));
    for (Parameter parameter : network.parameters()) {
      boolean inHead = parameter.name().matches("stem\\.3\\..*|output\\.1\\..*");
      boolean isZero = parameter.gradient().toArray().amaxNumber().doubleValue() == 0;
      assertThat(isZero).as(parameter.name()).isEqualTo(inHead);
    }
  }

  @Test
  void constantsEqualTheArraysSizes() {
    long sizes = network.parameters().stream().mapToLong(Parameter::size).sum();
    assertThat(MenagerieNetwork.PARAMETERS).isEqualTo(sizes);
    assertThat(MenagerieNetwork.OUTPUT.elements()).isEqualTo(5);
  }
}
