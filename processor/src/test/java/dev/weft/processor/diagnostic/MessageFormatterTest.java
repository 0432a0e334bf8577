package dev.weft.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.problem.Problem.Detail;
import dev.weft.dsl.problem.Problem.Fix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text of a message. */
final class MessageFormatterTest {
  private final Origins origins = new Origins(FakePlace.at(1));
  private final MessageFormatter formatter = new MessageFormatter(origins);

  private String format(Problem problem, Frame... frames) {
    return formatter.format(new Located(problem, FakePlace.at(19), List.of(frames)), List.of());
  }

  private static Problem problem(List<Detail> details, Fix... fixes) {
    return new Problem(Code.SKIP_MISMATCH, null, null, "it does not fit", details, List.of(fixes));
  }

  @Test
  void messageHasTheAnatomyOfTheDesign() {
    Layer layer = Layers.relu();
    origins.put(layer, new Origin(FakePlace.at(6), List.of(), Map.of()));
    Problem problem =
        new Problem(
            Code.SKIP_MISMATCH,
            null,
            null,
            "the shortcut carries 64x56x56, but the body produces 128x28x28",
            List.of(
                new Detail("shortcut", Shape.of(64, 56, 56), layer, "from layer1.1"),
                new Detail(
                    "body", Shape.of(128, 28, 28), null, "conv1 has 128 filters and stride 2")),
            List.of(
                new Fix(
                    "project the shortcut",
                    "residual(...).project()",
                    "adds a 1x1 convolution, stride 2, 8,192 parameters")));
    String text =
        formatter.format(
            new Located(
                problem,
                FakePlace.at(19),
                List.of(
                    new Frame("block(128, 2)", FakePlace.at(16)),
                    new Frame("stage(128, 2, 2)", FakePlace.at(7)),
                    new Frame("layer2", null))),
            List.of("layer3", "layer4"));
    assertThat(text)
        .isEqualTo(
            """
            [weft:skip-mismatch] the shortcut carries 64x56x56, but the body produces 128x28x28
              shortcut  64 x 56 x 56   from layer1.1 (Net.java:6)
              body     128 x 28 x 28   conv1 has 128 filters and stride 2
              in block(128, 2) (Net.java:16), called from stage(128, 2, 2) (Net.java:7), called from layer2
              also in layer3, layer4
              fix: project the shortcut: residual(...).project()      adds a 1x1 convolution, stride 2, 8,192 parameters""");
  }

  @Test
  void vectorsStandUnderTheWidth() {
    String text =
        format(
            problem(
                List.of(
                    new Detail("left", Shape.of(64, 8, 8), null, "an image"),
                    new Detail("r", Shape.of(1000), null, "a vector"))));
    assertThat(text).endsWith("\n  left 64 x 8 x    8   an image\n  r             1000   a vector");
  }

  @Test
  void numbersAreAlignedToTheRight() {
    String text =
        format(
            problem(
                List.of(
                    new Detail("filters", 8, null, "x"), new Detail("groups", 128, null, "y"))));
    assertThat(text).endsWith("\n  filters   8   x\n  groups  128   y");
  }

  @Test
  void sideWithoutAValueIsItsReason() {
    assertThat(format(problem(List.of(new Detail("input", null, null, "flat")))))
        .endsWith("\n  input   flat");
    assertThat(format(problem(List.of(new Detail("input", Shape.unknown(), null, null)))))
        .endsWith("\n  input ?");
  }

  @Test
  void layerWithoutAnOriginHasNoPlace() {
    assertThat(format(problem(List.of(new Detail("a", 1, Layers.relu(), "b")))))
        .endsWith("\n  a 1   b");
  }

  @Test
  void layerFromAHelperIsKnownByTheCallInItsStage() {
    Layer layer = Layers.relu();
    List<Frame> frames =
        List.of(
            new Frame("block(1)", FakePlace.at(16)),
            new Frame("stage(1)", FakePlace.at(6)),
            new Frame("layer1", null));
    origins.put(layer, new Origin(FakePlace.at(19), frames, Map.of()));
    assertThat(format(problem(List.of(new Detail("a", 1, layer, "from layer1")))))
        .endsWith("from layer1 (Net.java:6)");
  }

  @Test
  void secondFixIsAnAlternative() {
    assertThat(format(problem(List.of(), Fix.of("do a"), new Fix("do b", "b()", null))))
        .endsWith("\n  fix: do a\n   or: do b: b()");
  }

  private String fixOfAnnotation(String edit) {
    Layer layer = Layers.relu();
    origins.put(layer, Origin.annotated(FakePlace.at(3), List.of(), Map.of()));
    Fix fix = new Fix("do it", edit, null);
    return format(new Problem(Code.MISUSE, layer, null, "wrong", List.of(), List.of(fix)));
  }

  @Test
  void modifiersAreValuesWhereAnAnnotationDeclaresTheLayer() {
    assertThat(fixOfAnnotation(".padding(1)")).endsWith("fix: do it: padding = 1");
    assertThat(fixOfAnnotation(".stride(1).padding(12)"))
        .endsWith("fix: do it: stride = 1, padding = 12");
    assertThat(fixOfAnnotation(".padding(1, 2)")).endsWith("fix: do it: padding = {1, 2}");
    assertThat(fixOfAnnotation(".noBias()")).endsWith("fix: do it: bias = false");
    assertThat(fixOfAnnotation(".ceilMode()")).endsWith("fix: do it: ceilMode = true");
    assertThat(fixOfAnnotation("macs = 2L")).endsWith("fix: do it: macs = 2L");
    assertThat(fixOfAnnotation("@Output({10})")).endsWith("fix: do it: @Output({10})");
  }

  @Test
  void whatNoAnnotationCanSayIsNotProposedForOne() {
    assertThat(fixOfAnnotation("sequential(conv3x3(4), relu())")).endsWith("fix: do it");
    assertThat(fixOfAnnotation("residual(...).project()")).endsWith("fix: do it");
    assertThat(fixOfAnnotation(".named(\"a\")")).endsWith("fix: do it");
  }

  @Test
  void repeatedCallsAreCollapsed() {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      frames.add(new Frame("nested(" + i + ")", FakePlace.at(3)));
    }
    frames.add(new Frame("nested(100)", FakePlace.at(8)));
    frames.add(new Frame("stage", null));
    assertThat(format(problem(List.of()), frames.toArray(Frame[]::new)))
        .endsWith(
            "\n  in nested(0) (Net.java:3), 100 times, called from nested(100) (Net.java:8), called"
                + " from stage");
  }

  @Test
  void manyCallsAreShortened() {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      frames.add(new Frame("f" + i + "()", FakePlace.at(i)));
    }
    frames.add(new Frame("stage", null));
    String text = format(problem(List.of()), frames.toArray(Frame[]::new));
    assertThat(Collections.frequency(List.of(text.split(" ")), "called")).isEqualTo(5);
    assertThat(text).contains("f4() (Net.java:4), ..., called from stage");
  }
}
