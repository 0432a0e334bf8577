package dev.weft.examples.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.SideOutput;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestParameters;
import dev.weft.runtime.train.Loss;
import dev.weft.runtime.train.SoftmaxCrossEntropy;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network beside the one written by hand: the same weights, images, labels and dropout masks; a
 * step of training up to the gradients, and a prediction with the statistics that it left.
 */
final class Comparison {
  private static final int[] LABELS = {3, 7};

  /**
   * Some gradients are nothing but rounding: those of a shift in front of a batch norm. A gradient
   * counts as at least this part of the largest.
   */
  private static final double NOTHING = 1e-3;

  private final Model model;
  private final ByHand byHand;
  private final Precision precision;
  private final State state;
  private final INDArray images;
  private final Loss loss = new SoftmaxCrossEntropy();

  private Comparison(
      NetworkType<?> type, ByHand byHand, Precision precision, KernelChoice kernels) {
    this.byHand = byHand;
    this.precision = precision;
    ModelOptions options =
        ModelOptions.defaults()
            .seed(7)
            .dataType(precision.dataType())
            .withInputGradient()
            .kernels(kernels);
    model = type.create(options);
    TestParameters.spread(model);
    state = State.of(model, new Masks(options));
    images =
        TestArrays.normal(
            1, LayerUnderTest.type(precision.dataType()), type.input().batched(LABELS.length));
  }

  /** Asserts that outputs, loss, gradients and statistics agree. */
  @SuppressWarnings({"unchecked", "try"}) // an array of classes; a scope that is only closed
  static void assertAgreement(
      NetworkType<?> type, ByHand byHand, Precision precision, KernelChoice kernels) {
    try (var scope = new PointerScope(Tensor.class, TensorOptional.class, TensorVector.class)) {
      Comparison comparison = new Comparison(type, byHand, precision, kernels);
      comparison.train();
      comparison.predict();
    }
  }

  private void train() {
    Tensor x = Libtorch.leaf(images);
    Tensor logits = state.train(byHand, x);
    INDArray output = model.forward(images);
    assertSame("output", output, logits);
    Loss.Result ofOutput = loss.of(output, LABELS);
    double value = ofOutput.value();
    Tensor expected = crossEntropy(logits);
    List<INDArray> sideGradients = new ArrayList<>();
    List<SideOutput> sides = model.sideOutputs();
    assertThat(sides).hasSameSizeAs(state.sides());
    for (int i = 0; i < sides.size(); i++) {
      SideOutput side = sides.get(i);
      State.Side other = state.sides().get(i);
      assertSame("side output " + i, side.values(), other.logits());
      Loss.Result ofSide = loss.of(side.values(), LABELS);
      value += side.weight() * ofSide.value();
      sideGradients.add(ofSide.gradient().mul(side.weight()));
      expected = expected.add(crossEntropy(other.logits()).mul(new Scalar(other.weight())));
    }
    double wanted = expected.item_double();
    assertThat(value).as("loss").isCloseTo(wanted, within(precision.ofValues() * wanted));

    model.backward(ofOutput.gradient(), sideGradients.toArray(INDArray[]::new));
    expected.backward();
    assertSameGradient("input", model.inputGradient(), x.grad(), 0);
    assertSameParameters();
  }

  private static Tensor crossEntropy(Tensor logits) {
    return torch.cross_entropy_loss(logits, Tensor.create(LABELS[0], (long) LABELS[1]));
  }

  private void assertSameParameters() {
    double largest = 0;
    for (Parameter parameter : model.parameters()) {
      largest = Math.max(largest, precision.size(gradient(parameter)));
    }
    for (Parameter parameter : model.parameters()) {
      INDArray found = parameter.gradient().toArray();
      assertSameGradient(parameter.name(), found, gradient(parameter), NOTHING * largest);
    }
    for (Parameter parameter : model.statistics()) {
      assertSame(parameter.name(), parameter.get(), state.get(parameter.name()));
    }
  }

  private Tensor gradient(Parameter parameter) {
    return state.get(parameter.name()).grad();
  }

  @SuppressWarnings("try")
  private void predict() {
    try (NoGradGuard guard = new NoGradGuard()) {
      assertSame("prediction", model.predict(images), state.infer(byHand, Libtorch.tensor(images)));
    }
  }

  private void assertSame(String what, INDArray found, Tensor expected) {
    assertThat(found.shape()).as(what + ": shape").isEqualTo(expected.shape());
    Tensor difference = Libtorch.tensor(found).sub(expected.detach());
    assertThat(Precision.largest(difference))
        .as("largest difference of %s", what)
        .isLessThanOrEqualTo(precision.ofValues() * Precision.largest(expected.detach()));
  }

  private void assertSameGradient(String of, INDArray found, Tensor expected, double least) {
    assertThat(found.shape()).as("gradient of %s: shape", of).isEqualTo(expected.shape());
    double size = Math.max(precision.size(expected), least);
    assertThat(precision.size(Libtorch.tensor(found).sub(expected)))
        .as("difference of the gradients of %s, the size of which is %s", of, size)
        .isLessThanOrEqualTo(precision.ofGradients() * size);
  }
}
