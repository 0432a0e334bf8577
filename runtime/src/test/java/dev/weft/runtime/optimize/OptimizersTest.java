package dev.weft.runtime.optimize;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.testing.ArrayTensor;
import dev.weft.runtime.testing.Bits;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestArrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.RmsProp;

class OptimizersTest {
  private static final int STEPS = 20;
  private static final double RATE = 0.01;

  /** An optimiser of ours and libtorch's. */
  record Pair(
      String name,
      Function<List<Parameter>, Optimizer> own,
      BiFunction<TensorVector, Double, org.bytedeco.pytorch.Optimizer> torch) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Pair> pairs() {
    return Stream.of(
        new Pair(
            "momentum",
            all -> new Sgd(all, 0.9, 0.05),
            (all, rate) -> new SGD(all, sgd(rate, 0.05, false))),
        new Pair(
            "Nesterov",
            all -> new Sgd(all, 0.9, true, Decay.l2(0.05)),
            (all, rate) -> new SGD(all, sgd(rate, 0.05, true))),
        new Pair(
            "Nesterov without decay",
            all -> new Sgd(all, 0.9, true, Decay.NONE),
            (all, rate) -> new SGD(all, sgd(rate, 0, true))),
        new Pair(
            "Adam",
            all -> updater(all, new org.nd4j.linalg.learning.config.Adam(), Decay.NONE),
            (all, rate) -> new Adam(all, new AdamOptions(rate))),
        new Pair(
            "Adam with L2",
            all -> updater(all, new org.nd4j.linalg.learning.config.Adam(), Decay.l2(0.1)),
            (all, rate) -> new Adam(all, withDecay(new AdamOptions(rate), 0.1))),
        new Pair(
            "AdamW",
            all -> updater(all, new org.nd4j.linalg.learning.config.Adam(), Decay.decoupled(0.1)),
            (all, rate) -> new AdamW(all, withDecay(new AdamWOptions(rate), 0.1))));
  }

  private static Optimizer updater(List<Parameter> all, IUpdater updater, Decay decay) {
    return new UpdaterOptimizer(all, updater, decay);
  }

  private static SGDOptions sgd(double rate, double decay, boolean nesterov) {
    SGDOptions options = new SGDOptions(rate);
    options.momentum().put(0.9);
    options.weight_decay().put(decay);
    options.nesterov().put(nesterov);
    return options;
  }

  private static AdamOptions withDecay(AdamOptions options, double decay) {
    options.weight_decay().put(decay);
    return options;
  }

  private static AdamWOptions withDecay(AdamWOptions options, double decay) {
    options.weight_decay().put(decay);
    return options;
  }

  private static INDArray gradient(int step, DataType type) {
    return TestArrays.normal(10 + step, type, 7, 5);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  @Tag("torch")
  void twentyStepsAgreeWithLibtorch(Pair pair) {
    Parameter weight = ArrayTensor.parameter("w", TestArrays.normal(1, DataType.FLOAT, 7, 5));
    Tensor torchWeight = Libtorch.leaf(weight.get());
    Optimizer own = pair.own.apply(List.of(weight));
    org.bytedeco.pytorch.Optimizer torch = pair.torch.apply(new TensorVector(torchWeight), RATE);
    INDArray start = weight.get();
    for (int step = 0; step < STEPS; step++) {
      INDArray gradient = gradient(step, DataType.FLOAT);
      weight.gradient().assign(gradient);
      own.step(RATE);
      torch.zero_grad();
      torchWeight.mul(Libtorch.tensor(gradient)).sum().backward();
      torch.step();
    }
    assertClose("weights", weight.get(), Libtorch.array(torchWeight.detach()), 1e-5);
    assertThat(weight.get().sub(start).amaxNumber().doubleValue()).isGreaterThan(0.05);
  }

  static Stream<IUpdater> updaters() {
    return Stream.of(
        new org.nd4j.linalg.learning.config.Adam(),
        new AMSGrad(),
        new Nadam(),
        new AdaMax(),
        new AdaGrad(),
        new AdaDelta(),
        new RmsProp(),
        new org.nd4j.linalg.learning.config.Sgd());
  }

  /** Of {@code w² / 2}, of which the gradient is {@code w}. */
  @ParameterizedTest
  @MethodSource("updaters")
  void allOfThemGoDown(IUpdater updater) {
    Parameter weight = ArrayTensor.parameter("w", TestArrays.normal(1, DataType.FLOAT, 30));
    double before = weight.get().norm2Number().doubleValue();
    Optimizer optimizer = new UpdaterOptimizer(List.of(weight), updater, Decay.NONE);
    for (int step = 0; step < 100; step++) {
      weight.gradient().assign(weight.get());
      optimizer.step(0.01);
    }
    assertThat(weight.get().norm2Number().doubleValue()).isLessThan(before);
  }

  /** With the state of one after some steps, another goes on as that one does. */
  @ParameterizedTest
  @MethodSource("pairs")
  void stateIsAllThatIsKept(Pair pair) {
    Parameter first = ArrayTensor.parameter("w", TestArrays.normal(1, DataType.FLOAT, 7, 5));
    Optimizer one = pair.own.apply(List.of(first));
    steps(first, one, 0, 5);
    Parameter second = ArrayTensor.parameter("w", first.get());
    Optimizer other = pair.own.apply(List.of(second));
    for (int i = 0; i < one.state().size(); i++) {
      other.state().get(i).set(one.state().get(i).get());
    }
    steps(first, one, 5, 10);
    steps(second, other, 5, 10);
    assertThat(Bits.of(second.get())).isEqualTo(Bits.of(first.get()));
    assertThat(one.state()).extracting(Parameter::name).doesNotHaveDuplicates();
  }

  private static void steps(Parameter weight, Optimizer optimizer, int from, int to) {
    for (int step = from; step < to; step++) {
      weight.gradient().assign(gradient(step, DataType.FLOAT));
      optimizer.step(RATE);
    }
  }

  @Test
  void decayOfWeightsLeavesBiasesAndNormsAlone() {
    Parameter weight =
        ArrayTensor.parameter("conv.weight", TestArrays.normal(1, DataType.FLOAT, 2, 3, 3, 3));
    Parameter norm =
        ArrayTensor.parameter("norm.weight", TestArrays.normal(2, DataType.FLOAT, 3, 4, 4));
    Parameter bias = ArrayTensor.parameter("conv.bias", TestArrays.normal(3, DataType.FLOAT, 2));
    INDArray before = weight.get();
    INDArray normBefore = norm.get();
    INDArray biasBefore = bias.get();
    new Sgd(List.of(weight, norm, bias), 0, false, Decay.decoupled(0.5).ofWeights()).step(0.1);
    assertClose("weight", weight.get(), before.mul(0.95), 1e-6);
    assertThat(norm.get()).isEqualTo(normBefore);
    assertThat(bias.get()).isEqualTo(biasBefore);
  }

  @Test
  void noParametersAreRefused() {
    assertThatThrownBy(() -> new Sgd(List.of(), 0.9, 0))
        .hasMessage("there is no parameter to train");
  }
}
