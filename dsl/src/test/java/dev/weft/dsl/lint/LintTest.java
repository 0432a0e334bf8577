package dev.weft.dsl.lint;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Padding;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.problem.Severity;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check where it fires, with its text, and where it stays silent. */
class LintTest {
  private static List<Problem> check(Shape input, Layer... layers) {
    return Lint.check(graph(input, layers));
  }

  private static Problem only(Code code, Shape input, Layer... layers) {
    List<Problem> found = check(input, layers);
    assertThat(found).extracting(Problem::code).containsExactly(code);
    assertThat(code.severity()).isEqualTo(Severity.WARNING);
    return found.get(0);
  }

  private static void silent(Shape input, Layer... layers) {
    assertThat(check(input, layers)).isEmpty();
  }

  private static List<String> edits(Problem problem) {
    return problem.fixes().stream().map(Problem.Fix::edit).toList();
  }

  // inexact-stride

  @Test
  void alexNetsInputIsReally227() {
    Layer conv = conv(96, 11).stride(4);
    Problem problem = only(Code.INEXACT_STRIDE, Shape.of(3, 224, 224), conv);
    assertThat(problem.at()).isSameAs(conv);
    assertThat(problem.headline())
        .isEqualTo(
            "the last row and column of the 224x224 input are never read:"
                + " (224 - 11) / 4 + 1 = 54.25 is not whole");
    assertThat(edits(problem))
        .containsExactly(".padding(0, 0, 3, 3)", "@Network(input = {3, 227, 227})");
    silent(Shape.of(3, 227, 227), conv(96, 11).stride(4));
  }

  @Test
  void eachDirectionIsLookedAtOnItsOwn() {
    Problem columns = only(Code.INEXACT_STRIDE, Shape.of(1, 12, 14), maxPool(3));
    assertThat(columns.headline())
        .isEqualTo(
            "the last 2 columns of the 12x14 input are never read: (14 - 3) / 3 + 1 = 4.67 is not"
                + " whole");
    Problem rows = only(Code.INEXACT_STRIDE, Shape.of(1, 13, 12), avgPool(3));
    assertThat(rows.headline()).startsWith("the last row of the 13x12 input is never read");
  }

  @Test
  void whatIsOnlyPaddingIsNotMissed() {
    silent(Shape.of(3, 224, 224), conv7x7(64).stride(2));
    silent(Shape.of(3, 112, 112), maxPool(3).stride(2).padding(1));
    only(Code.INEXACT_STRIDE, Shape.of(3, 112, 112), maxPool(3).stride(2));
  }

  @Test
  void paddingOnOneSideCountsThere() {
    silent(Shape.of(1, 6, 6), conv(1, 3).stride(2).padding(0, 0, 1, 1));
    only(Code.INEXACT_STRIDE, Shape.of(1, 7, 7), conv(1, 3).stride(2).padding(1, 1, 0, 0));
  }

  @Test
  void poolingsRoundUpInstead() {
    Problem problem =
        only(Code.INEXACT_STRIDE, Shape.of(8, 10, 10), conv1x1(8), maxPool(3).stride(2));
    assertThat(edits(problem)).containsExactly(".ceilMode()");
    assertThat(problem.fixes().get(0).effect()).isEqualTo("5x5 pixels come out");
    silent(Shape.of(8, 10, 10), maxPool(3).stride(2).ceilMode());
  }

  @Test
  void windowsSmallerThanTheirStrideSkipOnPurpose() {
    silent(Shape.of(8, 10, 10), conv1x1(8).stride(2));
    silent(Shape.of(8, 10, 10), maxPool(2).stride(3));
    silent(Shape.of(8, 10, 10), subsample(4));
  }

  @Test
  void paddingModesNeverLoseAPixelUnlessTheyPadNothing() {
    silent(Shape.of(1, 10, 10), conv(1, 3).stride(2).padding(PaddingMode.SAME));
    only(
        Code.INEXACT_STRIDE,
        Shape.of(1, 10, 10),
        conv(1, 3).stride(2).padding((Padding) PaddingMode.VALID));
  }

  // redundant-bias

  @Test
  void biasInFrontOfABatchNormIsLost() {
    Layer conv = conv3x3(64);
    Problem problem =
        only(Code.REDUNDANT_BIAS, Shape.of(3, 8, 8), sequential(conv, batchNorm(), relu()));
    assertThat(problem.at()).isSameAs(conv);
    assertThat(problem.headline())
        .isEqualTo("`conv` adds a bias, which the `batchNorm` behind it takes out again");
    assertThat(problem.fixes().get(0))
        .isEqualTo(new Problem.Fix("leave the bias out", ".noBias()", "saves 64 parameters"));
    silent(Shape.of(3, 8, 8), conv3x3(64).noBias(), batchNorm());
  }

  @ParameterizedTest
  @MethodSource("biased")
  void biasIsLostBehindEveryLayerThatHasOne(Layer layer) {
    only(Code.REDUNDANT_BIAS, Shape.of(3, 8, 8), layer, batchNorm());
  }

  static Stream<Layer> biased() {
    return Stream.of(
        dense(4),
        transposedConv(4, 2).stride(2),
        depthwiseConv(3).padding(1),
        separableConv(4, 3).padding(1));
  }

  @Test
  void biasMattersWhereSomethingElseReadsItOrNoMeanOfTheChannelIsSubtracted() {
    silent(Shape.of(3, 8, 8), conv3x3(3), concat(identity(), batchNorm()));
    silent(Shape.of(3, 8, 8), conv3x3(3), relu(), batchNorm());
    silent(Shape.of(4, 8, 8), conv3x3(4), groupNorm(2));
    silent(Shape.of(4, 8, 8), conv3x3(4), layerNorm());
    only(Code.REDUNDANT_BIAS, Shape.of(4, 8, 8), conv3x3(4), instanceNorm());
  }

  // large-kernel

  @Test
  void twoSmallKernelsSeeAsFarAsALargeOne() {
    Layer conv = conv5x5(64);
    Problem problem = only(Code.LARGE_KERNEL, Shape.of(64, 16, 16), conv);
    assertThat(problem.headline())
        .isEqualTo("the 5x5 convolution has 102,400 weights; two 3x3 that see as far have 73,728");
    assertThat(edits(problem)).containsExactly("sequential(conv3x3(64), relu(), conv3x3(64))");
    assertThat(graph(Shape.of(64, 16, 16), conv3x3(64).noBias(), conv3x3(64).noBias()).parameters())
        .isEqualTo(73_728);
  }

  @Test
  void threeSmallKernelsReplaceA7x7() {
    Problem problem = only(Code.LARGE_KERNEL, Shape.of(8, 16, 16), conv(8, 7).groups(2).noBias());
    assertThat(problem.headline())
        .isEqualTo("the 7x7 convolution has 1,568 weights; three 3x3 that see as far have 864");
    assertThat(edits(problem))
        .containsExactly(
            "sequential(conv(8, 3).groups(2).noBias(), relu(), conv(8, 3).groups(2).noBias(),"
                + " relu(), conv(8, 3).groups(2).noBias())");
  }

  @Test
  void aStackThatNeedsMoreWeightsIsNotProposed() {
    silent(Shape.of(16, 16, 16), conv5x5(32));
    silent(Shape.of(3, 16, 16), conv7x7(64));
    silent(Shape.of(64, 16, 16), conv5x5(64).stride(2).padding(0, 0, 3, 3));
    silent(Shape.of(64, 16, 16), conv5x5(64).dilation(2).padding(4));
    silent(Shape.of(64, 16, 16), conv(64, 1, 7));
    silent(Shape.of(64, 5, 5), conv(64, 5));
    silent(Shape.of(64, 16, 16), depthwiseConv(5).padding(2));
    silent(Shape.of(64, 16, 16), conv5x5(64).groups(64));
  }

  // dead-receptive-field

  @Test
  void aPaddedKernelOnOnePixelIsMostlyDead() {
    Problem problem = only(Code.DEAD_RECEPTIVE_FIELD, Shape.of(512, 1, 1), conv3x3(512));
    assertThat(problem.headline())
        .isEqualTo(
            "8 of the 9 elements of the 3x3 kernel see only padding, never a pixel of the 1x1"
                + " input");
    assertThat(problem.details().get(1).reason()).isEqualTo("2,097,152 of 2,359,296 weights");
    assertThat(problem.fixes())
        .extracting(Problem.Fix::action)
        .containsExactly("take a 1x1 kernel with less padding");
    Problem shrunk = only(Code.DEAD_RECEPTIVE_FIELD, Shape.of(8, 4, 4), maxPool(4), conv3x3(8));
    assertThat(shrunk.fixes().get(0).action())
        .isEqualTo("shrink the image less in front of it, with fewer poolings or smaller strides");
    silent(Shape.of(512, 2, 2), conv3x3(512));
    silent(Shape.of(512, 1, 1), conv1x1(512));
  }

  @Test
  void dilationBeyondTheImageLeavesOnlyTheMiddle() {
    only(Code.DEAD_RECEPTIVE_FIELD, Shape.of(8, 7, 7), conv3x3(8).dilation(7).padding(7));
    silent(Shape.of(8, 7, 7), conv3x3(8).dilation(6).padding(6));
  }

  @Test
  void poolingsCountToo() {
    only(Code.DEAD_RECEPTIVE_FIELD, Shape.of(8, 1, 1), maxPool(3).stride(1).padding(1));
  }

  // double-activation

  @ParameterizedTest
  @MethodSource("pointless")
  void anActivationThatChangesNothingIsNamed(Layer first, Layer second, String headline) {
    assertThat(only(Code.DOUBLE_ACTIVATION, Shape.of(8), dense(4), first, second).headline())
        .isEqualTo(headline);
  }

  @Test
  void theOneToRemoveOfTwoActivationsIsNamed() {
    assertThat(removed(relu(), relu())).isEqualTo("remove the `relu` s2");
    assertThat(removed(relu(), softmax())).isEqualTo("remove the `relu` s1");
    assertThat(removed(relu(), sigmoid())).isEqualTo("remove the `relu` s1");
    assertThat(removed(relu(), relu6())).isEqualTo("remove the `relu` s1");
    assertThat(removed(softmax(), softmax())).isEqualTo("remove the `softmax` s2");
    assertThat(removed(softmax(), sigmoid())).isEqualTo("remove the `sigmoid` s2");
  }

  private static String removed(Layer first, Layer second) {
    Problem problem = only(Code.DOUBLE_ACTIVATION, Shape.of(8), dense(4), first, second);
    return problem.fixes().get(0).action();
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> pointless() {
    Function<Object[], org.junit.jupiter.params.provider.Arguments> row =
        org.junit.jupiter.params.provider.Arguments::of;
    return Stream.of(
            new Object[] {relu(), relu(), "`relu` changes nothing behind `relu`"},
            new Object[] {relu6(), relu(), "`relu` changes nothing behind `relu6`"},
            new Object[] {relu6(), relu6(), "`relu6` changes nothing behind `relu6`"},
            new Object[] {sigmoid(), leakyRelu(), "`leakyRelu` changes nothing behind `sigmoid`"},
            new Object[] {softmax(), relu(), "`relu` changes nothing behind `softmax`"},
            new Object[] {
              relu(),
              relu6(),
              "`relu` changes nothing in front of `relu6`, which cuts off at 0 as well"
            },
            new Object[] {
              softmax(), softmax(), "`softmax` distorts the probabilities that `softmax` made"
            },
            new Object[] {
              relu(),
              softmax(),
              "`softmax` gets no score below 0 from `relu`: no class can be ruled out"
            },
            new Object[] {relu(), sigmoid(), "`sigmoid` is never below 0.5 behind `relu`"},
            new Object[] {tanh(), tanh(), "`tanh` is applied twice"},
            new Object[] {gelu(), gelu(), "`gelu` is applied twice"})
        .map(row);
  }

  @Test
  void pairsThatMakeSenseAreLeftAlone() {
    silent(Shape.of(8), dense(4), tanh(), relu());
    silent(Shape.of(8), dense(4), tanh(), softmax());
    silent(Shape.of(8), dense(4), leakyRelu(), sigmoid());
    silent(Shape.of(8), dense(4), relu(), dense(4), relu());
    silent(Shape.of(8), dense(4), relu(), add(identity(), relu()));
    silent(Shape.of(8), dense(4), relu(), dropout(0.5), relu());
  }

  // dropout-after-output

  @Test
  void dropoutOfTheOutputIsNamed() {
    Layer dropout = dropout(0.5);
    Problem problem = only(Code.DROPOUT_AFTER_OUTPUT, Shape.of(8), dense(4), dropout);
    assertThat(problem.at()).isSameAs(dropout);
    assertThat(problem.headline())
        .isEqualTo("`dropout` sets parts of the output itself to 0 in training");
    only(Code.DROPOUT_AFTER_OUTPUT, Shape.of(3, 4, 4), conv1x1(4), dropPath(0.1), flatten());
    silent(Shape.of(8), dropout(0.5), dense(4));
    silent(Shape.of(8), dense(4), dropout(0));
  }

  @Test
  void dropoutOfAnAuxiliaryHeadsOutputIsNamed() {
    only(
        Code.DROPOUT_AFTER_OUTPUT,
        Shape.of(8),
        dense(4),
        auxiliary(dense(2), dropout(0.5)),
        dense(2));
  }

  // heavy-dense-head

  @Test
  void aDenseLayerThatHoldsMostParametersIsNamed() {
    Problem problem = only(Code.HEAVY_DENSE_HEAD, Shape.of(3, 8, 8), conv3x3(16), dense(10));
    // 16 * 8 * 8 * 10 + 10 = 10,250 of 10,250 + 3 * 9 * 16 + 16 = 10,698
    assertThat(problem.headline())
        .isEqualTo(
            "`dense` flattens 16x8x8 and holds 10,250 of the network's 10,698 parameters, 95 %");
    assertThat(problem.fixes().get(0))
        .isEqualTo(
            new Problem.Fix(
                "pool the image in front of it",
                "sequential(globalAvgPool(), dense(10))",
                "leaves 618 parameters"));
    assertThat(graph(Shape.of(3, 8, 8), conv3x3(16), globalAvgPool(), dense(10)).parameters())
        .isEqualTo(618);
    only(Code.HEAVY_DENSE_HEAD, Shape.of(3, 8, 8), conv3x3(16), flatten(), dropout(0.5), dense(9));
  }

  @Test
  void pooledHeadsAndNetworksWithoutConvolutionsAreLeftAlone() {
    silent(Shape.of(3, 8, 8), conv3x3(4), globalAvgPool(), dense(1000));
    silent(Shape.of(3, 8, 8), dense(1000));
    silent(Shape.of(3, 8, 8), conv3x3(4), auxiliary(dense(99)), globalAvgPool(), dense(2));
    silent(Shape.of(3, 8, 8), conv3x3(512), conv3x3(4), dense(10));
    silent(Shape.of(3, 8, 8), conv3x3(4), globalAvgPool(), dense(10), relu(), dense(1000));
  }

  // unused-auxiliary

  @Test
  void headsThatTrainNothingAreNamed() {
    Layer weightless = auxiliary(dense(2)).weight(0);
    Problem problem = only(Code.UNUSED_AUXILIARY, Shape.of(8), dense(4), weightless, dense(2));
    assertThat(problem.at()).isSameAs(weightless);
    assertThat(problem.headline())
        .isEqualTo("the auxiliary head has weight 0, so that it trains nothing");
    assertThat(
            only(Code.UNUSED_AUXILIARY, Shape.of(8), relu(), auxiliary(dense(2)), dense(2))
                .headline())
        .isEqualTo(
            "no layer in front of the auxiliary head has parameters, so that it trains only"
                + " itself");
    silent(Shape.of(8), dense(4), relu(), auxiliary(dense(2)), dense(2));
  }

  @Test
  void headsInFrontOfWhichAllIsFrozenAreNamed() {
    assertThat(
            only(
                    Code.UNUSED_AUXILIARY,
                    Shape.of(8),
                    frozen(dense(4)),
                    auxiliary(dense(2)),
                    dense(2))
                .headline())
        .isEqualTo(
            "no layer in front of the auxiliary head has parameters that are not frozen, so that it"
                + " trains only itself");
  }

  @Test
  void whatIsFrozenDropsNothingAndTakesNoMeanOfItsInput() {
    silent(Shape.of(8), dense(4), frozen(dropout(0.5)));
    silent(Shape.of(3, 8, 8), conv3x3(4), frozen(batchNorm()), globalAvgPool(), dense(2));
  }

  @Test
  void whatIsFrozenIsNotToldToHaveOtherParameters() {
    silent(Shape.of(3, 8, 8), frozen(conv3x3(4)), batchNorm(), globalAvgPool(), dense(2));
    silent(Shape.of(64, 16, 16), frozen(conv5x5(64)), globalAvgPool(), dense(2));
    silent(Shape.of(3, 8, 8), frozen(sequential(conv3x3(16), dense(10))), dense(2));
  }

  // degenerate-norm

  @Test
  void normalisingOneElementIsNamed() {
    assertThat(
            only(Code.DEGENERATE_NORM, Shape.of(4, 5, 5), globalAvgPool(), instanceNorm())
                .headline())
        .isEqualTo("`instanceNorm` is always 0 here: each mean is that of a single element");
    assertThat(only(Code.DEGENERATE_NORM, Shape.of(4, 1, 1), groupNorm(4)).headline())
        .isEqualTo("`groupNorm` is always its bias here: each mean is that of a single element");
    only(Code.DEGENERATE_NORM, Shape.of(1), layerNorm());
    silent(Shape.of(4, 1, 1), groupNorm(2));
    silent(Shape.of(4, 1, 2), instanceNorm());
  }

  // channels-last

  @Test
  void squaresWithTheirChannelsLastAreNamed() {
    Problem problem =
        only(Code.CHANNELS_LAST, Shape.of(224, 224, 3), conv3x3(16), globalAvgPool(), dense(10));
    assertThat(problem.at()).isNull();
    assertThat(problem.headline())
        .isEqualTo("the input 224x224x3 looks like height x width x channels");
    assertThat(problem.details().get(0).reason()).isEqualTo("read as 224 channels of 224x3 pixels");
    assertThat(edits(problem)).containsExactly("@Network(input = {3, 224, 224})");
    assertThat(edits(only(Code.CHANNELS_LAST, Shape.of(28, 28, 1), conv1x1(8))))
        .containsExactly("@Network(input = {1, 28, 28})");
    silent(Shape.of(4, 4, 1), conv1x1(8));
    silent(Shape.of(3, 224, 224), conv3x3(16));
    silent(Shape.of(64, 100, 1), conv1x1(8));
    silent(Shape.of(8, 8, 2), conv1x1(8));
    silent(Shape.of(3, 3, 3), conv1x1(8));
  }

  @Test
  void whatIsFlattenedHasNoOrder() {
    silent(Shape.of(28, 28, 1), dense(10));
    silent(Shape.of(28, 28, 1), flatten(), dense(10));
  }
}
