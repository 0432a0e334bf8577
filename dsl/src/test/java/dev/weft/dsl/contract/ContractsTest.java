package dev.weft.dsl.contract;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.infer.Networks;
import dev.weft.dsl.infer.PublishedNetworks;
import dev.weft.dsl.plan.Planner;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Promises kept and broken. */
class ContractsTest {
  private static final OptionalLong ANY = OptionalLong.empty();

  private static List<Problem> check(Contract contract, Graph graph) {
    return Contracts.check(List.of(contract), Planner.plan(graph));
  }

  private static Problem only(Contract contract, Graph graph, Code code, String value) {
    List<Problem> problems = check(contract, graph);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(code);
    assertThat(problems.get(0).at()).isSameAs(contract);
    assertThat(problems.get(0).modifier()).isEqualTo(value);
    return problems.get(0);
  }

  private static OptionalLong of(long value) {
    return OptionalLong.of(value);
  }

  // budget

  @Test
  void aBudgetIsTheMostThatIsAllowed() {
    Graph leNet = Networks.leNet5();
    assertThat(check(new Budget(of(61_706), of(416_520), ANY), leNet)).isEmpty();
    Problem parameters =
        only(new Budget(of(61_705), ANY, ANY), leNet, Code.OVER_BUDGET, "parameters");
    assertThat(parameters.headline()).isEqualTo("61,706 parameters exceed the budget of 61,705");
    assertThat(parameters.details())
        .extracting(Problem.Detail::value)
        .containsExactly("61,705", "61,706", "48,120", "10,164", "2,416");
    assertThat(parameters.details().get(2).reason()).isEqualTo("s4.0, conv 5x5, 120");
    assertThat(parameters.fixes().get(1).edit()).isEqualTo("parameters = 61_706");
    Problem macs = only(new Budget(ANY, of(0), ANY), leNet, Code.OVER_BUDGET, "macs");
    assertThat(macs.headline()).isEqualTo("416,520 multiply-adds exceed the budget of 0");
    assertThat(macs.details().get(2).value()).isEqualTo("240,000");
  }

  /**
   * A relu may write over its input, so three values of 1,000,000 float32 need two buffers at most:
   * input and convolution.
   */
  @Test
  void activationsAreTheBuffersOfInference() {
    Graph graph = graph(Shape.of(1, 1000, 1000), conv3x3(1), relu());
    assertThat(check(new Budget(ANY, ANY, of(8)), graph)).isEmpty();
    Problem problem =
        only(new Budget(ANY, ANY, of(7)), graph, Code.OVER_BUDGET, "activationMegabytes");
    assertThat(problem.headline()).isEqualTo("8.00 MB of activations exceed the budget of 7.00 MB");
    assertThat(problem.fixes().get(1).edit()).isEqualTo("activationMegabytes = 8");
    assertThat(
            only(new Budget(ANY, ANY, of(0)), graph, Code.OVER_BUDGET, "activationMegabytes")
                .headline())
        .isEqualTo("8.00 MB of activations exceed the budget of 0 MB");
  }

  @Test
  void aBudgetRaisedBeyondAnIntIsALong() {
    Problem problem =
        only(new Budget(ANY, of(1), ANY), PublishedNetworks.vgg16(false), Code.OVER_BUDGET, "macs");
    assertThat(problem.fixes().get(1).edit()).isEqualTo("macs = 15_470_264_320L");
  }

  // expectation

  private static Expectation parameters(long count) {
    return new Expectation(of(count), ANY, Optional.empty());
  }

  private static Expectation sees(int pixels) {
    return new Expectation(ANY, ANY, Optional.of(Extent.square(pixels)));
  }

  @Test
  void publishedReceptiveFieldsAreThoseOfTheLastFeatureMap() {
    assertThat(check(sees(16), Networks.leNet5())).isEmpty();
    assertThat(check(sees(212), PublishedNetworks.vgg16(false))).isEmpty();
    assertThat(check(sees(427), PublishedNetworks.resNet50())).isEmpty();
    assertThat(check(sees(2071), PublishedNetworks.denseNet121())).isEmpty();
    assertThat(check(sees(315), PublishedNetworks.mobileNetV1())).isEmpty();
    Problem problem =
        only(sees(400), PublishedNetworks.resNet50(), Code.EXPECT_MISMATCH, "receptiveField");
    assertThat(problem.headline())
        .isEqualTo(
            "a receptive field of 400x400 is declared, but the last feature map sees 427x427");
    assertThat(problem.fixes().get(0).edit()).isEqualTo("receptiveField = 427");
  }

  @Test
  void receptiveFieldsNeedNotBeSquare() {
    Graph graph = graph(Shape.of(1, 9, 9), conv(4, 3, 5));
    assertThat(check(new Expectation(ANY, ANY, Optional.of(new Extent(3, 5))), graph)).isEmpty();
    assertThat(only(sees(3), graph, Code.EXPECT_MISMATCH, "receptiveField").fixes().get(0).edit())
        .isEqualTo("receptiveField = {3, 5}");
    assertThat(
            only(sees(3), graph(Shape.of(9), dense(2)), Code.EXPECT_MISMATCH, "receptiveField")
                .headline())
        .isEqualTo("a receptive field is declared, but the network has no feature map");
  }

  @Test
  void bothNumbersAreShown() {
    assertThat(check(parameters(25_557_032), PublishedNetworks.resNet50())).isEmpty();
    Problem problem =
        only(
            parameters(25_000_000),
            PublishedNetworks.resNet50(),
            Code.EXPECT_MISMATCH,
            "parameters");
    assertThat(problem.headline())
        .isEqualTo("25,000,000 parameters are declared, but there are 25,557,032");
    assertThat(problem.details().get(1).reason()).isEqualTo("557,032 more");
    assertThat(problem.details()).hasSize(2);
  }

  private static String reason(Contract contract, Graph graph) {
    List<Problem.Detail> details = check(contract, graph).get(0).details();
    return details.get(details.size() - 1).reason();
  }

  @Test
  void usualReasonsOfADifferenceAreRecognised() {
    // torchvision's VGG-16 with batch norm keeps 4,224 biases that plain arithmetic leaves out.
    assertThat(reason(parameters(138_365_992 - 4_224), PublishedNetworks.vgg16(true)))
        .isEqualTo(
            "the convolutions' biases are too many: `.noBias()`, as in front of a batch norm");
    assertThat(reason(parameters(11_689_512 + 4_800), Networks.resNet18()))
        .isEqualTo("the biases are missing that the convolutions leave out with `noBias`");
    assertThat(reason(parameters(11_689_512 + 9_600), Networks.resNet18()))
        .isEqualTo("the declared ones count running means and variances, which are not trained");
    assertThat(reason(parameters(6_998_552), PublishedNetworks.googLeNet(true)))
        .isEqualTo("the declared ones leave out the auxiliary heads");
    assertThat(reason(parameters(11_689_512 - 990 * 513), Networks.resNet18()))
        .isEqualTo("s8 has 1,000 features; with 10 it would fit");
    assertThat(
            reason(
                new Expectation(ANY, of(2 * 1_814_073_344L), Optional.empty()),
                Networks.resNet18()))
        .isEqualTo("the declared ones count a multiply-add twice, as FLOPs");
  }

  // output

  @Test
  void outputsHaveTheDeclaredShape() {
    assertThat(check(new ExpectedOutput(Shape.of(10)), Networks.leNet5())).isEmpty();
    Problem problem =
        only(new ExpectedOutput(Shape.of(100)), Networks.leNet5(), Code.OUTPUT_MISMATCH, "value");
    assertThat(problem.headline()).isEqualTo("the output is declared as 100, but is 10");
    assertThat(problem.fixes())
        .extracting(Problem.Fix::action)
        .containsExactly("give s6 100 features", "declare what it is");
    assertThat(problem.fixes().get(1).edit()).isEqualTo("@Output({10})");
  }

  @Test
  void theLayerThatDecidesIsNamedBehindOthers() {
    Graph classes = graph(Shape.of(3, 8, 8), flatten(), sequential(dense(11), softmax()));
    assertThat(firstFix(Shape.of(10), classes)).isEqualTo("give s1.0 10 features");
    Graph conv =
        graph(Shape.of(3, 8, 8), conv1x1(11), batchNorm(), relu(), globalAvgPool(), flatten());
    assertThat(firstFix(Shape.of(10), conv)).isEqualTo("give s0 10 filters");
    Graph separable = graph(Shape.of(3, 8, 8), separableConv(11, 3).padding(1), relu());
    assertThat(firstFix(Shape.of(10, 8, 8), separable)).isEqualTo("give s0 10 filters");
    Graph joined = graph(Shape.of(4), residual(dense(4)), relu());
    assertThat(firstFix(Shape.of(10), joined)).isEqualTo("end the network in a dense layer");
  }

  @Test
  void whatChangedTheSizeOfTheOutputIsNamed() {
    Graph graph = graph(Shape.of(3, 8, 8), conv3x3(4), conv(10, 3), relu());
    Problem problem =
        only(new ExpectedOutput(Shape.of(10, 8, 8)), graph, Code.OUTPUT_MISMATCH, "value");
    assertThat(problem.details().get(2).reason()).isEqualTo("s1 has a 3x3 window with padding 0");
    assertThat(problem.fixes().get(0).inWords()).isEqualTo("keep 8x8 in s1 with .padding(1)");
  }

  private static String firstFix(Shape declared, Graph graph) {
    return only(new ExpectedOutput(declared), graph, Code.OUTPUT_MISMATCH, "value")
        .fixes()
        .get(0)
        .action();
  }

  @Test
  void anImageInPlaceOfAVectorIsToldToBeFlattened() {
    Graph graph = graph(Shape.of(3, 8, 8), conv3x3(10), globalAvgPool());
    Problem problem = only(new ExpectedOutput(Shape.of(10)), graph, Code.OUTPUT_MISMATCH, "value");
    assertThat(problem.headline()).isEqualTo("the output is declared as 10, but is 10x1x1");
    assertThat(problem.fixes().get(0).action()).isEqualTo("flatten it, in a last stage");
  }

  @Test
  void anImageInPlaceOfClassesIsToldItsLastStage() {
    Graph pooled = graph(Shape.of(3, 8, 8), conv3x3(10));
    Problem problem = only(new ExpectedOutput(Shape.of(10)), pooled, Code.OUTPUT_MISMATCH, "value");
    assertThat(problem.fixes().get(0).edit()).isEqualTo("@GlobalAvgPool @Flatten Layer pooled();");
    Graph dense = graph(Shape.of(3, 8, 8), conv3x3(16));
    problem = only(new ExpectedOutput(Shape.of(10)), dense, Code.OUTPUT_MISMATCH, "value");
    assertThat(problem.fixes().get(0).edit()).isEqualTo("@Dense(10) Layer classes();");
  }
}
