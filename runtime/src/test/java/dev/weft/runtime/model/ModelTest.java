package dev.weft.runtime.model;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static dev.weft.runtime.testing.ModelGradients.assertGradients;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weft.runtime.observe.LayerCall;
import dev.weft.runtime.observe.LayerObserver;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FiniteDifferences;
import dev.weft.runtime.testing.TestArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelTest {
  private static final org.nd4j.linalg.api.buffer.DataType FLOAT =
      org.nd4j.linalg.api.buffer.DataType.FLOAT;
  private static final org.nd4j.linalg.api.buffer.DataType DOUBLE =
      org.nd4j.linalg.api.buffer.DataType.DOUBLE;

  private final TinyNetwork network = new TinyNetwork(ModelOptions.defaults().seed(1));

  private static INDArray images(int batch) {
    return TestArrays.normal(batch, FLOAT, batch, 2, 4, 4);
  }

  @Test
  void parametersAreCountedWithoutStatistics() {
    assertThat(network.parameterCount()).isEqualTo(TinyNetwork.PARAMETERS);
  }

  @Test
  void parametersAndStatisticsAreFoundByName() {
    assertThat(network.parameter("head.0.weight").value().dims()).containsExactly(5, 12);
    assertThat(network.parameter("norm.running_var").isTrainable()).isFalse();
  }

  @Test
  void wrongNameIsAnsweredWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.parameter("head.0.wieght"))
        .withMessage(
            "the network TinyNetwork has no `head.0.wieght`; the nearest name is `head.0.weight`");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.parameter("norm.runing_var"))
        .withMessageContaining("`norm.running_var`");
  }

  @Test
  void wrongShapeIsNamedWithTheRightOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(Nd4j.zeros(FLOAT, 7, 2, 3, 4)))
        .withMessage(
            "the network TinyNetwork takes batches of 2 x 4 x 4, but the array has the shape"
                + " [7, 2, 3, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.forward(Nd4j.zeros(FLOAT, 7, 3, 4, 4)))
        .withMessageContainingAll("2 x 4 x 4", "[7, 3, 4, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(Nd4j.scalar(1f)))
        .withMessageContaining("the array has the shape []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(null))
        .withMessageContaining("there is no array");
  }

  @Test
  void wrongShapeThatOneCallMendsNamesTheCall() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(Nd4j.zeros(FLOAT, 2, 4, 4)))
        .withMessageEndingWith("; for a single one, use reshape(1, 2, 4, 4)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(Nd4j.zeros(FLOAT, 7, 4, 4, 2)))
        .withMessageEndingWith("; its channels are last, so use permute(0, 3, 1, 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(Nd4j.zeros(FLOAT, 7, 32)))
        .withMessageEndingWith("; use reshape(7, 2, 4, 4)");
  }

  @Test
  void emptyBatchIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.predict(Nd4j.create(FLOAT, 0, 2, 4, 4)))
        .withMessageEndingWith("[0, 2, 4, 4]: the batch is empty");
  }

  @Test
  void otherDataTypesAreConverted() {
    INDArray integers = Nd4j.createFromArray(3, 0, 250, 7).reshape(1, 1, 2, 2);
    INDArray tiled = Nd4j.tile(integers, 1, 2, 2, 2);
    INDArray expected = network.predict(tiled.castTo(FLOAT));
    assertThat(network.predict(tiled)).isEqualTo(expected);
    assertThat(network.predict(tiled.castTo(DOUBLE))).isEqualTo(expected);
    assertThat(network.predict(tiled.castTo(org.nd4j.linalg.api.buffer.DataType.UINT8)))
        .isEqualTo(expected);
    assertThat(expected.dataType()).isEqualTo(FLOAT);
  }

  @Test
  void viewsAndOtherOrdersAreReadByTheirIndices() {
    INDArray images = images(3);
    INDArray expected = network.predict(images);
    assertThat(network.predict(images.dup('f'))).isEqualTo(expected);
    INDArray channelsLast = images.permute(0, 2, 3, 1).dup('c');
    assertThat(network.predict(channelsLast.permute(0, 3, 1, 2))).isEqualTo(expected);
  }

  @Test
  void outputsAreCopies() {
    INDArray first = network.predict(images(3));
    INDArray kept = first.dup();
    network.predict(images(3).addi(1));
    assertThat(first).isEqualTo(kept);
    first.assign(0);
    assertThat(network.predict(images(3))).isEqualTo(kept);
  }

  @Test
  void imagesAreNotChanged() {
    INDArray images = images(3);
    INDArray kept = images.dup();
    network.forward(images);
    network.backward(TestArrays.normal(1, FLOAT, 3, 5));
    network.predict(images);
    assertThat(images).isEqualTo(kept);
  }

  @Test
  void passesOfTheTwoLatestBatchSizesAreKept() {
    for (int batch : new int[] {4, 2, 4, 2, 3, 2, 4}) {
      network.predict(images(batch));
      network.forward(images(batch));
    }
    assertThat(network.batchesPredicted).containsExactly(4, 2, 3, 4);
    assertThat(network.batchesTrained).containsExactly(4, 2, 3, 4);
  }

  @Test
  void anImageIsPredictedTheSameInAnyBatch() {
    INDArray images = images(6);
    INDArray together = network.predict(images);
    INDArray alone = network.predict(images.get(TestArrays.rows(4, 5)));
    assertClose("prediction", alone, together.get(TestArrays.rows(4, 5)), 1e-5);
  }

  @Test
  void backwardNeedsAForwardPassEachTime() {
    INDArray gradient = TestArrays.normal(1, FLOAT, 3, 5);
    assertThatIllegalStateException().isThrownBy(() -> network.backward(gradient));
    network.forward(images(3));
    network.predict(images(2));
    network.backward(gradient);
    assertThatIllegalStateException()
        .isThrownBy(() -> network.backward(gradient))
        .withMessageContaining("backward has used up: call forward again before it");
  }

  @Test
  void outputGradientOfAnotherShapeIsRefusedAndCanBeCorrected() {
    network.forward(images(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.backward(Nd4j.zeros(FLOAT, 3, 4)))
        .withMessage(
            "the output gradient of the network TinyNetwork comes in batches of 5, but the array"
                + " has the shape [3, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.backward(Nd4j.zeros(FLOAT, 2, 5)))
        .withMessageEndingWith("[2, 5]; the last forward pass had a batch of 3");
    network.backward(Nd4j.zeros(FLOAT, 3, 5));
  }

  @Test
  void inputGradientIsThereOnlyIfAskedFor() {
    network.forward(images(3));
    network.backward(Nd4j.zeros(FLOAT, 3, 5));
    assertThatIllegalStateException()
        .isThrownBy(network::inputGradient)
        .withMessageContaining("withInputGradient()");
    TinyNetwork other = new TinyNetwork(ModelOptions.defaults().withInputGradient());
    other.forward(images(3));
    assertThatIllegalStateException()
        .isThrownBy(other::inputGradient)
        .withMessageContaining("call forward and backward before");
  }

  @Test
  void gradientsOfTheWholeAgreeWithFiniteDifferences() {
    TinyNetwork exact =
        new TinyNetwork(
            ModelOptions.defaults().dataType(DataType.DOUBLE).seed(2).withInputGradient());
    INDArray images = TestArrays.normal(3, DOUBLE, 4, 2, 4, 4);
    INDArray gradient = TestArrays.normal(4, DOUBLE, 4, 5);
    exact.forward(images);
    exact.backward(gradient);
    assertGradients(
        exact, images, moved -> FiniteDifferences.dot(exact.forward(moved), gradient), 1e-4);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MIN_VALUE})
  void aSeedGivesTheSameRunToTheBit(long seed) {
    assertThat(gradientsAfterThreeSteps(seed)).isEqualTo(gradientsAfterThreeSteps(seed));
    assertThat(gradientsAfterThreeSteps(seed)).isNotEqualTo(gradientsAfterThreeSteps(seed + 1));
  }

  @Test
  void defaultDataTypeOfNd4jDoesNotMatter() {
    INDArray expected = gradientsAfterThreeSteps(1);
    org.nd4j.linalg.api.buffer.DataType before = Nd4j.defaultFloatingPointType();
    Nd4j.setDefaultDataTypes(DOUBLE, DOUBLE);
    try {
      assertThat(gradientsAfterThreeSteps(1)).isEqualTo(expected);
    } finally {
      Nd4j.setDefaultDataTypes(before, before);
    }
  }

  @Test
  void workspaceThatIsReusedTakesNothingOfTheNetworkWithIt() {
    INDArray expected = network.forward(images(4));
    TinyNetwork[] other = new TinyNetwork[1];
    inWorkspace(
        () -> {
          other[0] = new TinyNetwork(ModelOptions.defaults().seed(1));
          other[0].forward(images(4));
        });
    inWorkspace(() -> Nd4j.createUninitialized(FLOAT, 200_000).assign(9));
    assertThat(other[0].forward(images(4))).isEqualTo(expected);
  }

  private static void inWorkspace(Runnable action) {
    WorkspaceConfiguration megabyte =
        WorkspaceConfiguration.builder()
            .initialSize(1 << 20)
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.NONE)
            .build();
    try (MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(megabyte, "ModelTest")) {
      assertThat(workspace.isScopeActive()).isTrue();
      action.run();
    }
  }

  private static INDArray gradientsAfterThreeSteps(long seed) {
    TinyNetwork dropping = new TinyNetwork(ModelOptions.defaults().seed(seed), 0.5);
    for (int i = 0; i < 3; i++) {
      INDArray output = dropping.forward(images(4));
      dropping.backward(output);
      Nd4j.getRandom().nextDouble();
    }
    return dropping.parameter("conv.weight").gradient().toArray();
  }

  @Test
  void aPassDuringAnotherIsRefused() {
    network.whilePredicting =
        () ->
            assertThatIllegalStateException()
                .isThrownBy(() -> network.forward(images(1)))
                .withMessage(
                    "TinyNetwork is at work in another thread: give each thread a network of its"
                        + " own, or let them share what freeze() makes");
    network.predict(images(1));
    network.forward(images(1));
    assertThat(network.batchesPredicted).containsExactly(1);
  }

  @Test
  void anObserverIsToldOfEachLayerByName() {
    List<String> calls = new ArrayList<>();
    LayerObserver observer =
        new LayerObserver() {
          @Override
          public void after(LayerCall call, String implementation) {
            calls.add(call.name() + " " + call.direction());
          }
        };
    TinyNetwork observed = new TinyNetwork(ModelOptions.defaults().observer(observer));
    observed.predict(images(2));
    assertThat(calls)
        .containsExactly("conv FORWARD", "norm FORWARD", "tanh FORWARD", "head.0 FORWARD");
    calls.clear();
    observed.forward(images(2));
    observed.backward(Nd4j.ones(FLOAT, 2, 5));
    assertThat(calls)
        .containsExactly(
            "conv FORWARD",
            "norm FORWARD",
            "tanh FORWARD",
            "dropout FORWARD",
            "head.0 FORWARD",
            "head.0 BACKWARD",
            "dropout BACKWARD",
            "tanh BACKWARD",
            "norm BACKWARD",
            "conv BACKWARD");
  }

  @Test
  void anObservedNetworkHasTheSameParametersAndStatistics() {
    network.forward(images(3));
    network.parameter("conv.weight").set(network.parameter("conv.weight").get().mul(2));
    Model observed = network.observedBy(new LayerObserver() {});
    assertThat(observed).isNotSameAs(network);
    assertThat(observed.predict(images(3))).isEqualTo(network.predict(images(3)));
  }

  @Test
  void placesAreFoundByTheNamesOfLayers() {
    assertThat(network.type().places())
        .containsExactly(
            Map.entry("conv", "Tiny.java:3"),
            Map.entry("norm", "Tiny.java:3"),
            Map.entry("dropout", "Tiny.java:4"),
            Map.entry("head.0", "Tiny.java:4"));
    NetworkType<?> unplaced = NetworkType.named("Tiny", TinyNetwork::new).build();
    assertThat(unplaced.places()).isEmpty();
  }
}
