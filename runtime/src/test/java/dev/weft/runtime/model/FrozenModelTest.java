package dev.weft.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weft.runtime.nd4j.HostThreads;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.TestArrays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Frozen networks by either kind of kernels. */
class FrozenModelTest {
  private static final int CALLERS = 4;
  private static final int ROUNDS = 25;

  static Stream<ModelOptions> options() {
    ModelOptions defaults = ModelOptions.defaults().seed(1);
    return Stream.of(
        defaults.kernels(KernelChoice.ONEDNN),
        // Which is float where the processor cannot even emulate it.
        defaults.kernels(KernelChoice.ONEDNN).dataType(DataType.BFLOAT16),
        defaults.kernels(KernelChoice.ND4J),
        defaults.dataType(DataType.DOUBLE));
  }

  private static INDArray images(int batch) {
    return TestArrays.normal(batch, org.nd4j.linalg.api.buffer.DataType.FLOAT, batch, 2, 4, 4);
  }

  @ParameterizedTest
  @MethodSource("options")
  void predictsAsTheOriginalDid(ModelOptions options) {
    TinyNetwork network = new TinyNetwork(options);
    network.forward(images(6));
    FrozenModel frozen = network.freeze();
    for (int batch : new int[] {3, 1, 5, 3}) {
      assertThat(frozen.predict(images(batch))).isEqualTo(network.predict(images(batch)));
    }
    assertThat(frozen.outputShape()).isEqualTo(network.outputShape());
  }

  @ParameterizedTest
  @MethodSource("options")
  void whatBecomesOfTheOriginalDoesNotChangeIt(ModelOptions options) {
    TinyNetwork network = new TinyNetwork(options);
    FrozenModel frozen = network.freeze();
    INDArray before = network.predict(images(3));
    network.forward(images(3));
    network.backward(Nd4j.ones(3, 5));
    new Sgd(network.parameters(), 0.9, 0).step(0.5);
    network.parameter("norm.running_var").set(Nd4j.valueArrayOf(new long[] {3}, 7.0));
    assertThat(network.predict(images(3))).isNotEqualTo(before);
    assertThat(frozen.predict(images(3))).isEqualTo(before);
    assertThat(network.freeze().predict(images(3))).isEqualTo(network.predict(images(3)));
  }

  @ParameterizedTest
  @MethodSource("options")
  void manyThreadsPredictAtOnceToTheBit(ModelOptions options) throws Exception {
    FrozenModel frozen = new TinyNetwork(options).freeze(1);
    List<INDArray> expected = new ArrayList<>();
    for (int batch = 1; batch <= CALLERS; batch++) {
      expected.add(frozen.predict(images(batch)));
    }
    List<INDArray> found =
        together(
            () ->
                Stream.iterate(0, i -> i + 1)
                    .limit(ROUNDS * CALLERS)
                    .map(i -> frozen.predict(images(1 + i % CALLERS)))
                    .toList());
    assertThat(found).hasSize(CALLERS * ROUNDS * CALLERS);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i % CALLERS));
    }
    assertThat(frozen.idleReplicas()).isBetween(1, CALLERS);
  }

  /** What some threads make that all begin at once. */
  private static List<INDArray> together(Callable<List<INDArray>> work) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    try {
      List<INDArray> all = new ArrayList<>();
      Callable<List<INDArray>> startingAtOnce =
          () -> {
            start.await();
            return work.call();
          };
      for (Future<List<INDArray>> some :
          callers.invokeAll(Collections.nCopies(CALLERS, startingAtOnce))) {
        all.addAll(some.get());
      }
      return all;
    } finally {
      callers.shutdown();
    }
  }

  @ParameterizedTest
  @MethodSource("options")
  void oneCallAfterAnotherUsesTheSameMemory(ModelOptions options) throws Exception {
    FrozenModel frozen = new TinyNetwork(options).freeze();
    for (int i = 0; i < ROUNDS; i++) {
      Thread caller = new Thread(() -> frozen.predict(images(2)));
      caller.start();
      caller.join();
    }
    assertThat(frozen.idleReplicas()).isOne();
  }

  @ParameterizedTest
  @MethodSource("options")
  void replicasShareTheWeights(ModelOptions options) throws Exception {
    FrozenModel frozen = new WideNetwork(options).freeze(1);
    INDArray one = Nd4j.ones(1, WideNetwork.FEATURES);
    frozen.predict(one);
    long before = Pointer.physicalBytes();
    together(() -> List.of(frozen.predict(one), frozen.predict(one), frozen.predict(one)));
    assertThat(frozen.idleReplicas()).isGreaterThan(1);
    assertThat(Pointer.physicalBytes() - before).isLessThan(WideNetwork.WEIGHT_BYTES * 3 / 4);
  }

  @Test
  void theNumberOfThreadsIsThePredictionsOnly() {
    FrozenModel frozen = new TinyNetwork(ModelOptions.defaults()).freeze(1);
    HostThreads.use(3);
    frozen.predict(images(2));
    assertThat(HostThreads.used()).isEqualTo(3);
    HostThreads.useAll();
  }

  @Test
  void aPredictionTakesAtLeastOneThread() {
    TinyNetwork network = new TinyNetwork(ModelOptions.defaults());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.freeze(0))
        .withMessage("a prediction takes at least 1 thread, but not 0");
  }

  @Test
  void aWrongShapeIsRefusedAndDoesNoHarm() {
    FrozenModel frozen = new TinyNetwork(ModelOptions.defaults()).freeze();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> frozen.predict(Nd4j.zeros(2, 3, 4, 4)))
        .withMessageContaining("the network TinyNetwork takes batches of 2 x 4 x 4");
    assertThat(frozen.idleReplicas()).isOne();
    assertThat(frozen.predict(images(2)).size(0)).isEqualTo(2);
  }
}
