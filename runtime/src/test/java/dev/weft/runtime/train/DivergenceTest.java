package dev.weft.runtime.train;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.runtime.data.ArrayDataset;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.optimize.Sgd;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DivergenceTest {
  private static final String ADVICE = "; try a learning rate below 0.01";

  private final LogisticRegression model = new LogisticRegression(2, 3);

  private static INDArray images() {
    return Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}});
  }

  private static ThrowableAssertAlternative<DivergedException> diverges(
      Model model, INDArray images, Loss loss) {
    Trainer trainer =
        new Trainer(
            model, new Sgd(model.parameters(), 0, 0), TrainOptions.defaults().batch(3).rate(0.01));
    return assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> trainer.loss(loss).train(new ArrayDataset(images, 0, 1, 2)));
  }

  private static String message(String loss, String cause, String advice) {
    return "the loss is " + loss + " in epoch 1, step 1" + cause + advice;
  }

  @Test
  void anImageThatIsNoNumberIsNamedByItsIndex() {
    diverges(model, images().putScalar(1, 0, Double.NaN), new SoftmaxCrossEntropy())
        .withMessage("step 1 of epoch 1 failed: image 1 of the data set holds NaN");
    diverges(model, images().putScalar(2, 1, Double.NEGATIVE_INFINITY), new SoftmaxCrossEntropy())
        .withMessage("step 1 of epoch 1 failed: image 2 of the data set holds -Infinity");
  }

  @Test
  void aParameterThatIsNoNumberIsNamedWithItsLayersPlace() {
    model.weight.set(model.weight.get().putScalar(1, 1, Double.NaN));
    diverges(model, images(), new SoftmaxCrossEntropy())
        .withMessage(
            message(
                "NaN",
                ": the parameter dense.weight (LogisticRegression.java:7) held NaN before the step",
                ADVICE));
  }

  @Test
  void aLayerThatOverflowsIsNamedWithItsPlace() {
    model.weight.set(model.weight.get().assign(3e38));
    diverges(model, images(), new SoftmaxCrossEntropy())
        .withMessage(
            message(
                "NaN",
                ": the first layer to put out Infinity is dense (LogisticRegression.java:7)",
                ADVICE));
  }

  @Test
  void aLossThatOverflowsByItselfIsToldFromTheLayers() {
    Loss overflowing = (output, labels) -> new Loss.Result(Double.POSITIVE_INFINITY, output);
    diverges(model, images(), overflowing)
        .withMessage(
            message(
                "Infinity",
                ": the outputs of all layers are finite, so that only the loss itself is not",
                ADVICE));
  }

  /** Its type makes networks that cannot be observed, so that nothing is learnt from one. */
  @Test
  void whatCannotBeToldLeavesTheMessageAsItWas() {
    TwoHeads heads = new TwoHeads(2, 3, 0.3);
    Loss overflowing = (output, labels) -> new Loss.Result(Double.POSITIVE_INFINITY, output);
    diverges(heads, images(), overflowing)
        .withMessage(
            message(
                "Infinity", "", ADVICE + ", or look for values in the data that are not numbers"));
  }

  @Test
  void aNetworkThatCannotBeMadeAgainDoesNotHideTheLoss() {
    LogisticRegression broken = new LogisticRegression(2, 3);
    broken.weight.set(broken.weight.get().assign(3e38));
    broken.failsToBeMadeAgain();
    diverges(broken, images(), new SoftmaxCrossEntropy())
        .withMessage(
            message("NaN", "", ADVICE + ", or look for values in the data that are not numbers"));
  }
}
