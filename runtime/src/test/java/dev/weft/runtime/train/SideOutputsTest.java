package dev.weft.runtime.train;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.runtime.data.ArrayDataset;
import dev.weft.runtime.model.SideOutput;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.testing.TestArrays;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SideOutputsTest {
  private static final int IMAGES = 4;
  private static final int FEATURES = 2;
  private static final int CLASSES = 3;
  private static final double WEIGHT = 0.25;
  private static final int[] LABELS = {0, 2, 1, 2};

  private final TwoHeads network = new TwoHeads(FEATURES, CLASSES, WEIGHT);
  private final INDArray images = TestArrays.normal(1, DataType.DOUBLE, IMAGES, FEATURES);
  private final INDArray gradient = TestArrays.normal(2, DataType.DOUBLE, IMAGES, CLASSES);

  /** From weights of zero, each class has the probability of a third. */
  @Test
  void theTrainerAddsTheSideLossAndItsGradientByItsWeight() throws IOException {
    double rate = 0.5;
    TrainOptions options = TrainOptions.defaults().batch(IMAGES).rate(rate);
    Sgd optimizer = new Sgd(network.parameters(), 0, 0);
    List<Epoch> epochs =
        new Trainer(network, optimizer, options).train(new ArrayDataset(images, LABELS)).epochs();
    assertThat(epochs.get(0).loss()).isCloseTo((1 + WEIGHT) * Math.log(CLASSES), within(1e-6));

    double[] x = TestArrays.values(images);
    double[] weights = new double[CLASSES * FEATURES];
    for (int i = 0; i < weights.length; i++) {
      for (int image = 0; image < IMAGES; image++) {
        double missed = (LABELS[image] == i / FEATURES ? 1 : 0) - 1.0 / CLASSES;
        weights[i] += rate * missed * x[image * FEATURES + i % FEATURES] / IMAGES;
      }
    }
    INDArray expected = TestArrays.array(weights, DataType.DOUBLE, CLASSES, FEATURES);
    assertClose("main", network.parameter("main.weight").get(), expected, 1e-6);
    assertClose("side", network.parameter("side.weight").get(), expected.mul(WEIGHT), 1e-6);
  }

  @Test
  void aSideLossThatIsNoNumberEndsTheTraining() {
    network.parameter("side.bias").set(Nd4j.valueArrayOf(new long[] {CLASSES}, Double.NaN));
    Trainer trainer =
        new Trainer(network, new Sgd(network.parameters(), 0, 0), TrainOptions.defaults());
    assertThatThrownBy(() -> trainer.train(new ArrayDataset(images, LABELS)))
        .isInstanceOf(DivergedException.class);
  }

  @Test
  void sideOutputsAreThoseOfTheLastForwardPassWithTheirWeights() {
    INDArray bias = TestArrays.array(new double[] {1, 2, 3}, DataType.DOUBLE, CLASSES);
    network.parameter("side.bias").set(bias);
    network.forward(images);
    SideOutput side = network.sideOutputs().get(0);
    assertThat(side.weight()).isEqualTo(WEIGHT);
    assertThat(TestArrays.values(side.values()))
        .isEqualTo(new double[] {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3});
  }

  @Test
  void sideOutputsNeedAForwardPass() {
    assertThatIllegalStateException()
        .isThrownBy(network::sideOutputs)
        .withMessageStartingWith("sideOutputs needs the values of a forward pass");
    network.forward(images);
    network.backward(gradient, gradient);
    assertThatIllegalStateException()
        .isThrownBy(network::sideOutputs)
        .withMessage(
            "sideOutputs needs the values of the last forward pass, which backward has used up:"
                + " call it between forward and backward");
  }

  @Test
  void backwardTakesOneGradientForEachSideOutput() {
    network.forward(images);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.backward(gradient))
        .withMessage(
            "the network TwoHeads has 1 side output, but backward got 0 gradients for them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.backward(gradient, gradient, gradient))
        .withMessageContaining("but backward got 2 gradients");
    network.backward(gradient, gradient);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              LogisticRegression plain = new LogisticRegression(FEATURES, CLASSES);
              plain.forward(images);
              plain.backward(gradient, gradient);
            })
        .withMessage(
            "the network LogisticRegression has 0 side outputs, but backward got 1 gradient for"
                + " them");
  }

  @Test
  void aSideGradientOfAnotherShapeIsNamedWithTheRightOne() {
    network.forward(images);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.backward(gradient, Nd4j.zeros(DataType.DOUBLE, IMAGES, 2)))
        .withMessage(
            "the gradient of side output 0 of the network TwoHeads comes in batches of 3, but the"
                + " array has the shape [4, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.backward(gradient, Nd4j.zeros(DataType.DOUBLE, 2, CLASSES)))
        .withMessageContaining("the last forward pass had a batch of 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.backward(gradient, (INDArray) null))
        .withMessageContaining("there is no array");
  }
}
