package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Join;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.problem.Problem.Fix.Fit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final Shape IMAGE = Shape.of(64, 56, 56);

  private static Problem only(Layer... layers) {
    List<Problem> problems = problems(IMAGE, layers);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void residualBranchesMustAgreeOnChannels() {
    Layer block = residual(conv3x3(64), conv3x3(128));
    Problem problem = only(block);
    assertThat(problem.code()).isEqualTo(Code.SKIP_MISMATCH);
    assertThat(problem.at()).isSameAs(block);
    assertThat(problem.headline())
        .isEqualTo("the shortcut carries 64x56x56, but the body produces 128x56x56");
    assertThat(problem.details().get(1).reason()).isEqualTo("conv1 has 128 filters");
    assertThat(problem.fixes())
        .extracting(Problem.Fix::action)
        .containsExactly("project the shortcut", "give conv1 64 filters");
    assertThat(problem.fixes().get(0).effect())
        .isEqualTo("adds a 1x1 convolution, 8,192 parameters");
  }

  @Test
  void residualBranchesMustAgreeOnSize() {
    Problem problem =
        only(residual(conv3x3(128).stride(2).named("conv1"), conv3x3(128).named("conv2")));
    assertThat(problem.headline())
        .isEqualTo("the shortcut carries 64x56x56, but the body produces 128x28x28");
    assertThat(problem.details().get(1).reason()).isEqualTo("conv1 has 128 filters and stride 2");
    assertThat(problem.fixes()).hasSize(1);
    assertThat(problem.fixes().get(0).effect())
        .isEqualTo("adds a 1x1 convolution, stride 2, 8,192 parameters");
  }

  @Test
  void oneChannelIsNotBroadcast() {
    assertThat(only(residual(conv3x3(1))).headline())
        .isEqualTo("the shortcut carries 64x56x56, but the body produces 1x56x56");
    Problem sum = only(add(conv3x3(64), conv3x3(1)));
    assertThat(sum.code()).isEqualTo(Code.ADD_MISMATCH);
    assertThat(sum.headline())
        .isEqualTo("branch 0 produces 64x56x56, but branch 1 produces 1x56x56");
  }

  @Test
  void anUnpaddedBodyIsToldToPad() {
    Problem problem = only(residual(conv(64, 3)));
    assertThat(problem.headline())
        .isEqualTo("the shortcut carries 64x56x56, but the body produces 64x54x54");
    assertThat(problem.fixes().get(0).edit()).isEqualTo(".padding(1)");
  }

  @Test
  void concatenatedBranchesMustAgreeOnSize() {
    Problem problem = only(concat(conv1x1(8), maxPool(3)));
    assertThat(problem.code()).isEqualTo(Code.CONCAT_MISMATCH);
    assertThat(problem.headline())
        .isEqualTo("branch 0 produces 8x56x56, but branch 1 produces 64x18x18");
    assertThat(problem.fixes().get(0).edit()).isEqualTo(".stride(1).padding(1)");
  }

  @Test
  void theBranchesBlamedAreThoseThatDisagree() {
    List<Problem> problems =
        problems(IMAGE, concat(conv(4, 99), conv1x1(8), maxPool(2), conv1x1(3)));
    assertThat(problems)
        .extracting(Problem::headline)
        .containsExactly(
            "the 99x99 kernel is larger than the 56x56 input",
            "branch 1 produces 8x56x56, but branch 2 produces 64x28x28");
  }

  @Test
  void namesGivenByTheDeclarationAndNamesOfItsOwnDoNotMeet() {
    for (Layer block :
        List.of(
            residual(conv1x1(64).named("add")),
            residual(conv1x1(64)).then(relu().named("add")),
            residual(conv1x1(64)).shortcut(conv1x1(64).named("add")),
            concat(conv1x1(1).named("concat"), conv1x1(1)),
            add(conv1x1(1).named("add"), conv1x1(1), conv1x1(1).named("add2")))) {
      List<String> names =
          Networks.graph(IMAGE, block).nodes().stream().map(node -> node.name()).toList();
      assertThat(names).doesNotHaveDuplicates();
    }
  }

  @Test
  void theInputItselfMayBeTooLarge() {
    assertThat(problems(Shape.of(1, Integer.MAX_VALUE, 2), conv3x3(1)))
        .extracting(Problem::headline)
        .containsExactly("no array can hold one input of 1x2147483647x2");
    assertThat(problems(Shape.of(1, Integer.MAX_VALUE, 1), conv3x3(1))).isEmpty();
  }

  @Test
  void windowsMustFit() {
    Problem problem = only(globalAvgPool(), conv(8, 3));
    assertThat(problem.code()).isEqualTo(Code.KERNEL_LARGER_THAN_INPUT);
    assertThat(problem.headline()).isEqualTo("the 3x3 kernel is larger than the 1x1 input");
    assertThat(problem.fixes().get(0).edit()).isEqualTo("conv(8, 1)");
    assertThat(only(globalAvgPool(), maxPool(2)).code()).isEqualTo(Code.KERNEL_LARGER_THAN_INPUT);
    assertThat(only(conv(8, 3).dilation(30)).modifier()).isEqualTo("dilation");
  }

  @Test
  void aKernelInPlaceOfTheFiltersIsToldSo() {
    for (Layer swapped : List.of(conv(3, 64), conv(3, 64).padding(1), conv(64, 128, 3))) {
      Problem.Fix fix = only(swapped).fixes().get(0);
      assertThat(fix.action()).isEqualTo("filters come first, then the kernel");
      assertThat(fix.edit()).isIn(".filters(64).kernel(3)", ".filters(128).kernel(3)");
    }
    assertThat(only(conv(3, 64)).fixes().get(0).effect()).isEqualTo("54x54 pixels come out");
    for (Layer large :
        List.of(conv(64, 64), conv(8, 64), conv(3, 64, 3), conv(64, 128, 12), maxPool(64))) {
      assertThat(only(large).fixes())
          .extracting(Problem.Fix::action)
          .doesNotContain("filters come first, then the kernel");
    }
  }

  @Test
  void whatChangedTheSizeIsToldWhereAShapeIsDeclared() {
    Problem unpadded = only(conv(64, 3), relu(), expect(64, 56, 56));
    assertThat(unpadded.details().get(2).reason()).isEqualTo("s0 has a 3x3 window with padding 0");
    assertThat(unpadded.fixes())
        .extracting(Problem.Fix::inWords)
        .containsExactly(
            "declare what it gets with expect(64, 54, 54)",
            "leave it out",
            "keep 56x56 in s0 with .padding(1)");
    assertThat(unpadded.fixes())
        .extracting(Problem.Fix::fit)
        .containsExactly(Fit.ONE, Fit.ALL, Fit.ANY);
    Problem pooled = only(conv3x3(8), maxPool(2), expect(8, 56, 56));
    assertThat(pooled.details().get(2).reason()).isEqualTo("s1 has stride 2");
    Problem channels = only(conv3x3(32), batchNorm(), relu(), expect(64, 56, 56));
    assertThat(channels.details()).hasSize(2);
    assertThat(channels.fixes().get(2).inWords()).isEqualTo("give s0 64 filters with .filters(64)");
    assertThat(only(conv(32, 3), expect(64, 56, 56)).fixes()).hasSize(2);
    assertThat(only(depthwiseConv(3).padding(1), expect(32, 56, 56)).fixes()).hasSize(2);
    assertThat(only(residual(conv3x3(64)), expect(32, 56, 56)).fixes()).hasSize(2);
  }

  @Test
  void groupsMustDivideBothSides() {
    Problem input = only(conv3x3(66).groups(3));
    assertThat(input.code()).isEqualTo(Code.GROUPS_DO_NOT_DIVIDE);
    assertThat(input.modifier()).isEqualTo("groups");
    assertThat(input.headline()).isEqualTo("3 groups do not divide the 64 input channels");
    assertThat(input.fixes().get(0).edit()).isEqualTo(".groups(2)");
    assertThat(only(conv3x3(66).groups(4)).headline())
        .isEqualTo("4 groups do not divide the 66 filters");
  }

  @Test
  void imagesMustNotBeVectors() {
    Problem problem = only(dense(10), conv3x3(8));
    assertThat(problem.code()).isEqualTo(Code.INPUT_RANK);
    assertThat(problem.headline())
        .isEqualTo(
            "`conv` needs an input of channels x height x width, but gets a vector of 10"
                + " features");
  }

  @Test
  void namesMustDifferAmongSiblings() {
    Problem problem = only(sequential(conv1x1(8).named("conv1"), conv1x1(8).named("conv1")));
    assertThat(problem.code()).isEqualTo(Code.DUPLICATE_NAME);
    assertThat(problem.fixes().get(0).edit()).isEqualTo(".named(\"conv2\")");
  }

  @Test
  void blocksMustNotBeEmpty() {
    assertThat(only(sequential()).code()).isEqualTo(Code.EMPTY_NETWORK);
    assertThat(only(residual()).code()).isEqualTo(Code.EMPTY_NETWORK);
    assertThat(only(identity()).code()).isEqualTo(Code.EMPTY_NETWORK);
    assertThat(problems(IMAGE)).hasSize(1);
  }

  @Test
  void whatNoArrayCanHoldIsRefused() {
    List<Problem> problems = problems(Shape.of(3, 4096, 4096), dense(1_000_000));
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(Code.TOO_LARGE);
    assertThat(problems(Shape.of(65_536, 65_536, 65_536), flatten())).hasSize(1);
  }

  @Test
  void consequencesOfAMistakeAreNotReported() {
    only(residual(conv3x3(128)), residual(conv3x3(64)), residual(relu()));
    only(maxPool(57), conv3x3(8), residual(conv3x3(8)), dense(10));
    only(dense(10), conv3x3(8).stride(2), concat(conv3x3(1), conv3x3(2)));
  }

  @Test
  void independentMistakesAreAllReported() {
    List<Problem> problems =
        problems(
            IMAGE,
            residual(conv3x3(128)),
            conv3x3(32),
            conv3x3(33).groups(32),
            concat(conv1x1(8), conv(8, 3)),
            conv(8, 99));
    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(
            Code.SKIP_MISMATCH,
            Code.GROUPS_DO_NOT_DIVIDE,
            Code.CONCAT_MISMATCH,
            Code.KERNEL_LARGER_THAN_INPUT);
    assertThat(problems(IMAGE, residual(conv3x3(128)), conv3x3(32), conv(8, 99)))
        .extracting(Problem::code)
        .containsExactly(Code.SKIP_MISMATCH, Code.KERNEL_LARGER_THAN_INPUT);
  }

  @Test
  void aStageThatCouldNotBeReadHidesOnlyWhatDependsOnIt() {
    var stages =
        List.of(
            new Stage("broken", null),
            new Stage("conv", residual(conv3x3(8))),
            new Stage("skip", residual(conv3x3(9))));
    Inferred inferred = Inference.infer(new NetworkDeclaration("Test", IMAGE, stages));
    assertThat(inferred.graph()).isEmpty();
    assertThat(inferred.problems()).extracting(Problem::code).containsExactly(Code.SKIP_MISMATCH);
  }

  @Test
  void whatFollowsAStageThatCouldNotBeReadIsBehindIt() {
    var stages = List.of(new Stage("broken", null), new Stage("conv", conv3x3(6).groups(4)));
    Inferred inferred = Inference.infer(new NetworkDeclaration("Test", IMAGE, stages));
    assertThat(inferred.problems())
        .singleElement()
        .extracting(problem -> problem.details().get(0).reason())
        .isEqualTo("behind the mistake in broken");
  }

  @Test
  void aTransposedConvolutionLeavesSomething() {
    Problem problem = only(globalAvgPool(), transposedConv(3, 1).padding(1));
    assertThat(problem.code()).isEqualTo(Code.EMPTY_OUTPUT);
    assertThat(problem.headline())
        .isEqualTo("a padding of 1 leaves nothing of the output, which would be -1x-1");
  }

  @Test
  void aSideOutputAloneIsNoNetwork() {
    assertThat(only(auxiliary(dense(10))).headline())
        .isEqualTo("Test has no layer that computes anything");
  }

  @Test
  void whatAMistypedNameMeantIsNotCalledUnread() {
    var stages =
        List.of(
            new Stage("down", relu()),
            new Stage("up", relu(), from(StageInput.NETWORK)),
            new Stage("out", relu(), from("up", "dwon")));
    assertThat(Inference.infer(new NetworkDeclaration("Test", IMAGE, stages)).problems())
        .extracting(Problem::headline)
        .containsExactly("the stage `out` reads `dwon`, but there is no such stage");
  }

  @Test
  void stagesAsDeepAsTheyMayBeAreCompared() {
    var stages =
        List.of(
            new Stage("wide", relu()),
            new Stage("deep", sequential(maxPool(2), repeat(5_000, i -> relu()), upsample(2))),
            new Stage("out", relu(), from("wide", "deep")));
    Shape odd = Shape.of(1, 9, 9);
    List<Problem> problems =
        Inference.infer(new NetworkDeclaration("Test", odd, stages)).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).fixes().get(0).effect()).isEqualTo("such as 10x10");
  }

  private static Optional<StageInput> from(String... stages) {
    return Optional.of(new StageInput(List.of(stages), Join.ADD));
  }

  @Test
  void aMisplacedLayerSaysNothingOfWhatFollows() {
    only(dense(10), crop(1), expect(10));
    only(dense(10), residual(conv3x3(10)));
  }

  @Test
  void aFactorThatAMistakeLeftOpenMayFit() {
    Layer sum = add(globalAvgPool(), adaptiveAvgPool(1, 2));
    only(scaleBy(sum));
  }

  @Test
  void aVectorOfOneFeatureIsNotOfOneFeatures() {
    assertThat(only(dense(1), globalAvgPool()).headline()).endsWith("a vector of 1 feature");
  }

  @Test
  void sizesThatOverflowAreTooLarge() {
    Shape tall = Shape.of(1, Integer.MAX_VALUE, 1);
    for (Layer layer :
        List.of(
            conv(1, 1).padding(1),
            avgPool(2).stride(1).padding(1).ceilMode(),
            transposedConv(1, 1).stride(2),
            sequential(conv1x1(3).groups(2), upsample(2)))) {
      assertThat(problems(tall, layer))
          .extracting(Problem::code)
          .endsWith(Code.TOO_LARGE)
          .hasSizeBetween(1, 2);
    }
  }

  @Test
  void aWindowWithGapsOnATallImageIsCheckedAtOnce() {
    Layer pool = maxPool(2, 1).stride(1).dilation(2);
    assertThat(problems(Shape.of(1, Integer.MAX_VALUE, 1), pool)).isEmpty();
    assertThat(problems(Shape.of(1, 1, 3), maxPool(3, 1).dilation(2, 1).padding(SAME))).isEmpty();
    assertThat(problems(Shape.of(1, 1, 3), maxPool(2, 1).dilation(2, 1).padding(SAME)))
        .extracting(Problem::code)
        .containsExactly(Code.INVALID_ARGUMENT);
  }

  @Test
  void unknownSizesAreShownAsSuch() {
    Layer open = add(identity(), conv(64, 3, 1));
    assertThat(problems(IMAGE, open, conv(1, 99).padding(1, 2)))
        .extracting(Problem::headline)
        .contains("the 99x99 kernel is larger than the ?x56 input, padded by 1x2 to ?x60");
  }
}
