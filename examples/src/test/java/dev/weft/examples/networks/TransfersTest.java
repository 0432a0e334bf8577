package dev.weft.examples.networks;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.data.ArrayDataset;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.SideOutput;
import dev.weft.runtime.observe.LayerCall;
import dev.weft.runtime.observe.LayerObserver;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.testing.Bits;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestParameters;
import dev.weft.runtime.train.DivergedException;
import dev.weft.runtime.train.TrainOptions;
import dev.weft.runtime.train.Trainer;
import dev.weft.runtime.weights.LoadedWeights;
import dev.weft.runtime.weights.Strictness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks of which training leaves parts as they are. */
class TransfersTest {
  private static final int BATCH = 4;
  private static final int STEPS = 3;
  private static final double TOLERANCE = 1e-5;

  @TempDir private Path directory;

  static Stream<Arguments> frozenNetworks() {
    return Stream.<NetworkType<?>>of(
            Transfers_NewHeadNetwork.TYPE,
            Transfers_NewHeadByAnnotationNetwork.TYPE,
            Transfers_PlainFrozenNetwork.TYPE,
            Transfers_CrossedNetwork.TYPE,
            Transfers_BranchesNetwork.TYPE)
        .flatMap(
            type ->
                Stream.of(
                    Arguments.of(type, KernelChoice.ND4J),
                    Arguments.of(type, KernelChoice.ONEDNN)));
  }

  private static ModelOptions options(KernelChoice kernels) {
    return ModelOptions.defaults().seed(7).kernels(kernels);
  }

  private static Model network(NetworkType<?> type, ModelOptions options) {
    Model network = type.create(options);
    TestParameters.spread(network);
    return network;
  }

  private static INDArray images(NetworkType<?> type) {
    return TestArrays.normal(1, DataType.FLOAT, type.input().batched(BATCH));
  }

  private static void train(Model network) {
    Sgd optimizer = new Sgd(network.parameters(), 0.9, 1e-2);
    for (int step = 0; step < STEPS; step++) {
      INDArray output = network.forward(images(network.type()));
      network.backward(output, sideOutputs(network));
      optimizer.step(1e-2);
    }
  }

  private static INDArray[] sideOutputs(Model network) {
    return network.sideOutputs().stream().map(SideOutput::values).toArray(INDArray[]::new);
  }

  /** The statistics of the layers whose weights are frozen. */
  private static List<Parameter> frozenStatistics(Model network) {
    List<String> layers = network.frozenParameters().stream().map(p -> layer(p.name())).toList();
    return network.statistics().stream().filter(p -> layers.contains(layer(p.name()))).toList();
  }

  private static String layer(String parameter) {
    return parameter.substring(0, parameter.lastIndexOf('.'));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("frozenNetworks")
  void trainingLeavesWhatIsFrozenToTheBit(NetworkType<?> type, KernelChoice kernels) {
    Model network = network(type, options(kernels));
    Map<String, List<Double>> frozen = Bits.of(network.frozenParameters());
    Map<String, List<Double>> statistics = Bits.of(frozenStatistics(network));
    Map<String, List<Double>> trained = Bits.of(network.parameters());
    assertThat(frozen).isNotEmpty();
    train(network);
    assertThat(Bits.of(network.frozenParameters())).isEqualTo(frozen);
    assertThat(Bits.of(frozenStatistics(network))).isEqualTo(statistics);
    Bits.of(network.parameters())
        .forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(trained.get(name)));
    assertThat(network.frozenParameters())
        .allMatch(parameter -> parameter.gradient() == null && !parameter.isTrainable());
    long counted = network.parameterCount() + frozen.values().stream().mapToLong(List::size).sum();
    assertThat(type.parameters()).isEqualTo(counted);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("frozenNetworks")
  void bothKindsOfKernelsAgree(NetworkType<?> type, KernelChoice kernels) {
    Model network = network(type, options(kernels));
    Model inDouble =
        network(type, options(KernelChoice.ND4J).dataType(dev.weft.runtime.tensor.DataType.DOUBLE));
    INDArray output = network.forward(images(type));
    INDArray expected = inDouble.forward(images(type).castTo(DataType.DOUBLE));
    assertClose("output", output, expected, TOLERANCE);
    network.backward(output);
    inDouble.backward(expected);
    for (Parameter parameter : network.parameters()) {
      assertClose(
          parameter.name(),
          parameter.gradient().toArray(),
          inDouble.parameter(parameter.name()).gradient().toArray(),
          10 * TOLERANCE);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void noLayerOfAFrozenBackboneIsCalledBackward(KernelChoice kernels) {
    List<String> backward = new ArrayList<>();
    LayerObserver observer =
        new LayerObserver() {
          @Override
          public void after(LayerCall call, String implementation) {
            if (call.direction() == LayerCall.Direction.BACKWARD) {
              call.parts().forEach(part -> backward.add(part.name()));
            }
          }
        };
    train(network(Transfers_NewHeadNetwork.TYPE, options(kernels).observer(observer)));
    assertThat(backward).hasSize(STEPS).containsOnly("head");
  }

  /** What stands behind it gets from it what inference computes. */
  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void theHeadIsTrainedOnWhatTheBackbonePredicts(KernelChoice kernels) {
    Model network = network(Transfers_NewHeadNetwork.TYPE, options(kernels));
    INDArray images = images(network.type());
    INDArray predicted = network.predict(images);
    assertThat(Bits.of(network.forward(images))).isEqualTo(Bits.of(predicted));
    train(network);
    assertThat(Bits.of(network.forward(images))).isEqualTo(Bits.of(network.predict(images)));
  }

  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void theHeadsGradientsAreThoseOfTheFreeNetwork(KernelChoice kernels) {
    Model frozen = network(Transfers_PlainFrozenNetwork.TYPE, options(kernels));
    Model free = Transfers_PlainFreeNetwork.TYPE.create(options(kernels));
    free.parameters().forEach(p -> p.set(frozen.parameter(p.name()).get()));
    INDArray images = images(free.type());
    INDArray output = free.forward(images);
    assertClose("output", frozen.forward(images), output, TOLERANCE);
    free.backward(output);
    frozen.backward(output);
    assertThat(frozen.parameters()).hasSize(5);
    for (Parameter parameter : frozen.parameters()) {
      INDArray expected = free.parameter(parameter.name()).gradient().toArray();
      assertClose(parameter.name(), parameter.gradient().toArray(), expected, TOLERANCE);
    }
  }

  /** What kernels keep of frozen weights between steps is not what they were once. */
  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void frozenWeightsMayBeSetBetweenSteps(KernelChoice kernels) {
    Model network = network(Transfers_CrossedNetwork.TYPE, options(kernels));
    train(network);
    Model other = Transfers_CrossedNetwork.TYPE.create(options(kernels).seed(9));
    TestParameters.spread(other);
    other.arrays().forEach(p -> network.parameter(p.name()).set(p.get()));
    INDArray images = images(network.type());
    INDArray output = other.forward(images);
    assertThat(Bits.of(network.forward(images))).isEqualTo(Bits.of(output));
    network.backward(output);
    other.backward(output);
    for (Parameter parameter : other.parameters()) {
      assertThat(Bits.of(network.parameter(parameter.name()).gradient().toArray()))
          .as(parameter.name())
          .isEqualTo(Bits.of(parameter.gradient().toArray()));
    }
  }

  @Test
  void aTrainedBackboneIsLoadedAndSavedUnderItsNames() throws IOException {
    Model backbone = network(Transfers_BackboneNetwork.TYPE, ModelOptions.defaults().seed(3));
    Path file = directory.resolve("backbone.safetensors");
    backbone.saveWeights(file);
    Model network = Transfers_NewHeadNetwork.TYPE.create(ModelOptions.defaults().seed(4));
    assertThat(network.loadWeights(file, "backbone").missing()).isEmpty();
    for (Parameter parameter : network.frozenParameters()) {
      assertThat(Bits.of(parameter.get()))
          .isEqualTo(Bits.of(backbone.parameter(parameter.name().replace("backbone.", "")).get()));
    }
    Path all = directory.resolve("all.safetensors");
    network.saveWeights(all);
    Model again = Transfers_NewHeadNetwork.TYPE.create(ModelOptions.defaults().seed(5));
    again.loadWeights(all);
    INDArray images = images(network.type());
    List<Double> expected = Bits.of(network.predict(images));
    assertThat(Bits.of(again.predict(images))).isEqualTo(expected);
    assertThat(Bits.of(again.freeze().predict(images))).isEqualTo(expected);
  }

  /** A relu is 0 of what is no number by oneDNN, so that losses do not show it. */
  @ParameterizedTest
  @EnumSource(
      value = KernelChoice.class,
      names = {"ND4J", "ONEDNN"})
  void whatIsNoNumberIsFoundInFrontOfARelu(KernelChoice kernels) {
    Model network = network(Transfers_PlainFrozenNetwork.TYPE, options(kernels));
    Trainer trainer =
        new Trainer(network, new Sgd(network.parameters(), 0, 0), TrainOptions.defaults());
    INDArray images = images(network.type());
    Dataset damaged = new ArrayDataset(images.dup().putScalar(2, 0, 1, 1, Double.NaN), 0, 1, 0, 1);
    assertThatThrownBy(() -> trainer.train(damaged))
        .isInstanceOf(DivergedException.class)
        .hasMessageEndingWith(": image 2 of the data set holds NaN");
    Parameter weight = network.frozenParameters().get(0);
    weight.set(weight.get().assign(Double.NaN));
    assertThatThrownBy(() -> trainer.train(new ArrayDataset(images, 0, 1, 0, 1)))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("the frozen parameter " + weight.name() + " (Transfers.java:");
  }

  @Test
  void aFrozenWeightThatIsNoNumberIsNotBlamedOnTheLearningRate() {
    Model network = network(Transfers_CrossedNetwork.TYPE, ModelOptions.defaults());
    Parameter weight = network.frozenParameters().get(0);
    weight.set(weight.get().assign(Double.NaN));
    Trainer trainer =
        new Trainer(network, new Sgd(network.parameters(), 0, 0), TrainOptions.defaults());
    assertThatThrownBy(() -> trainer.train(new ArrayDataset(images(network.type()), 0, 1, 0, 1)))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining(": the frozen parameter " + weight.name() + " (Transfers.java:")
        .hasMessageEndingWith(") held NaN before the step; load weights without");
  }

  @Test
  void whatWasFrozenIsTrainedOnFromTheFileThatItSaved() throws IOException {
    Model frozen = network(Transfers_PlainFrozenNetwork.TYPE, ModelOptions.defaults());
    train(frozen);
    Model free = Transfers_PlainFreeNetwork.TYPE.create(ModelOptions.defaults().seed(5));
    free.loadWeights(saved(frozen));
    assertTrainsOn(free, frozen);
  }

  /** The file of the frozen network has no weights of heads. */
  @Test
  void headsOfWhatWasFrozenStartAnew() throws IOException {
    Model frozen = network(Transfers_NewHeadNetwork.TYPE, ModelOptions.defaults());
    train(frozen);
    Model free = Transfers_NewHeadFreeNetwork.TYPE.create(ModelOptions.defaults().seed(5));
    Path file = saved(frozen);
    assertThatThrownBy(() -> free.loadWeights(file)).hasMessageContaining("Strictness.LENIENT");
    LoadedWeights loaded = free.loadWeights(file, Strictness.LENIENT);
    assertThat(loaded.missing())
        .containsExactly("backbone.layer1.2.1.weight", "backbone.layer1.2.1.bias");
    assertThat(loaded.unexpected()).isEmpty();
    assertTrainsOn(free, frozen);
  }

  private Path saved(Model network) throws IOException {
    Path file = directory.resolve("saved.safetensors");
    network.saveWeights(file);
    return file;
  }

  private static void assertTrainsOn(Model free, Model frozen) {
    INDArray images = images(free.type());
    assertThat(Bits.of(free.predict(images))).isEqualTo(Bits.of(frozen.predict(images)));
    Map<String, List<Double>> before = Bits.of(free.parameters());
    assertThat(before).containsKeys(names(frozen.frozenParameters()));
    train(free);
    Bits.of(free.parameters())
        .forEach((name, values) -> assertThat(values).as(name).isNotEqualTo(before.get(name)));
  }

  private static String[] names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::name).toArray(String[]::new);
  }

  @Test
  void theInputOfAFrozenBackboneHasNoGradient() {
    Model network =
        Transfers_NewHeadNetwork.TYPE.create(ModelOptions.defaults().withInputGradient());
    network.backward(network.forward(images(network.type())));
    assertThatThrownBy(network::inputGradient)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there is no gradient of the input: Transfers_NewHeadNetwork is frozen in front of all"
                + " that is trained, where no backward pass goes");
  }

  @Test
  void trainingTakesLittleMoreMemoryThanInference() {
    NetworkType<?> type = Transfers_NewHeadNetwork.TYPE;
    assertThat(type.trainingBytes(1, dev.weft.runtime.tensor.DataType.FLOAT))
        .isLessThan(type.inferenceBytes(1, dev.weft.runtime.tensor.DataType.FLOAT) * 11 / 10);
    assertThat(type.summary()).contains("frozen: ");
  }
}
