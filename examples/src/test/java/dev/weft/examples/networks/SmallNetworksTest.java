package dev.weft.examples.networks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.model.SideOutput;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FiniteDifferences;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Each family in small, and what generated code has only once: its gradients agree with finite
 * differences, in double.
 */
class SmallNetworksTest {
  private static final ModelOptions OPTIONS =
      ModelOptions.defaults().seed(3).dataType(DataType.DOUBLE).withInputGradient();
  private static final int BATCH = 2;

  /** So small that no kink of the networks lies within it. */
  private static final double STEP = 1e-7;

  private static final double TOLERANCE = 1e-6;

  /** What is below this part of the steepest slope need not agree any better. */
  private static final double NOTHING = 1e-2;

  static Stream<NetworkType<?>> networks() {
    return Stream.of(
        LeNet5Network.TYPE,
        SmallAlexNets_PaperNetwork.TYPE,
        SmallAlexNets_TorchvisionNetwork.TYPE,
        SmallAlexNets_ZfNetwork.TYPE,
        SmallVggs_PlainNetwork.TYPE,
        SmallVggs_NormalisedNetwork.TYPE,
        SmallGoogLeNets_PaperNetwork.TYPE,
        SmallGoogLeNets_NaiveNetwork.TYPE,
        SmallGoogLeNets_TorchvisionNetwork.TYPE,
        SmallResNets_BasicNetwork.TYPE,
        SmallResNets_BottleneckNetwork.TYPE,
        SmallResNets_BottleneckV1Network.TYPE,
        SmallResNets_DilatedNetwork.TYPE,
        SmallCifarResNets_ResidualNetwork.TYPE,
        SmallCifarResNets_PlainNetwork.TYPE,
        SmallCifarResNets_GroupNormNetwork.TYPE,
        SmallCifarResNets_InstanceNormNetwork.TYPE,
        SmallCifarResNets_LayerNormNetwork.TYPE,
        SmallDenseNetNetwork.TYPE,
        SmallMobileNetNetwork.TYPE,
        SmallEfficientNetNetwork.TYPE,
        TwinsNetwork.TYPE,
        Transfers_CrossedNetwork.TYPE);
  }

  /** A slope of the loss, by the gradients and by finite differences. */
  private record Slope(double found, double expected) {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void gradientsAgreeWithFiniteDifferences(NetworkType<?> type) {
    INDArray images =
        TestArrays.normal(
            1, org.nd4j.linalg.api.buffer.DataType.DOUBLE, type.input().batched(BATCH));
    Model network = network(type);
    INDArray output = network.forward(images);
    INDArray[] ofSides =
        network.sideOutputs().stream().map(side -> weights(side.values())).toArray(INDArray[]::new);
    network.backward(weights(output), ofSides);
    Map<String, Slope> slopes = new LinkedHashMap<>();
    slopes.put("input", inputSlope(network, images));
    network.parameters().stream()
        .collect(groupingBy(SmallNetworksTest::block, LinkedHashMap::new, toList()))
        .forEach((block, parameters) -> slopes.put(block, slope(type, parameters, images)));
    assertAgreement(slopes);
  }

  /** The first two parts of a layer's name; one by one, parameters would take minutes. */
  private static String block(Parameter parameter) {
    String layer = parameter.name().substring(0, parameter.name().lastIndexOf('.'));
    return Stream.of(layer.split("[.]")).limit(2).collect(joining("."));
  }

  /** A new network each time, as a network drops other values in its second step. */
  private static Model network(NetworkType<?> type) {
    Model network = type.create(OPTIONS);
    TestParameters.spread(network);
    return network;
  }

  private static Slope inputSlope(Model network, INDArray images) {
    INDArray gradient = network.inputGradient();
    INDArray direction = FiniteDifferences.signs(gradient);
    return new Slope(
        FiniteDifferences.dot(gradient, direction),
        slope(step -> loss(network(network.type()), images.add(direction.mul(step)))));
  }

  private static Slope slope(NetworkType<?> type, List<Parameter> parameters, INDArray images) {
    double found = 0;
    Map<String, INDArray> directions = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      INDArray gradient = parameter.gradient().toArray();
      INDArray direction = FiniteDifferences.signs(gradient);
      found += FiniteDifferences.dot(gradient, direction);
      directions.put(parameter.name(), direction);
    }
    return new Slope(
        found,
        slope(
            step -> {
              Model network = network(type);
              directions.forEach(
                  (name, direction) -> {
                    Parameter parameter = network.parameter(name);
                    parameter.set(parameter.get().addi(direction.mul(step)));
                  });
              return loss(network, images);
            }));
  }

  private static double slope(DoubleUnaryOperator loss) {
    return (loss.applyAsDouble(STEP) - loss.applyAsDouble(-STEP)) / (2 * STEP);
  }

  /** The sum of all outputs, each with a weight of its own. */
  private static double loss(Model network, INDArray images) {
    INDArray output = network.forward(images);
    double loss = FiniteDifferences.dot(output, weights(output));
    for (SideOutput side : network.sideOutputs()) {
      loss += FiniteDifferences.dot(side.values(), weights(side.values()));
    }
    return loss;
  }

  private static INDArray weights(INDArray output) {
    return TestArrays.normal(2, output.dataType(), output.shape());
  }

  private static void assertAgreement(Map<String, Slope> slopes) {
    double steepest =
        slopes.values().stream().mapToDouble(each -> Math.abs(each.expected())).max().orElseThrow();
    slopes.forEach(
        (name, slope) -> {
          double scale = Math.max(Math.abs(slope.expected()), NOTHING * steepest);
          assertThat(slope.found())
              .as("the slope along %s, the steepest being %s", name, steepest)
              .isCloseTo(slope.expected(), within(TOLERANCE * scale));
        });
  }
}
