package dev.weft.processor;

import static dev.weft.processor.testing.Declaration.file;
import static dev.weft.processor.testing.Declaration.network;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.problem.Code;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** From a declaration to the message that javac prints. */
final class WeftProcessorTest {
  private static final String RESNET =
      """
      import static dev.weft.dsl.Layers.*;
      import dev.weft.dsl.*;
      @Network(input = {3, 224, 224})
      public interface ResNet18 {
        default Layer conv1()   { return conv7x7(64).stride(2).noBias(); }
        default Layer bn1()     { return batchNorm(); }
        default Layer stem()    { return sequential(relu(), maxPool(3).stride(2).padding(1)); }
        default Layer layer1()  { return stage(64, 2, 1); }
        default Layer layer2()  { return stage(128, 2, 2); }
        default Layer layer3()  { return stage(256, 2, 2); }
        default Layer layer4()  { return stage(512, 2, 2); }
        default Layer avgpool() { return globalAvgPool(); }
        default Layer fc()      { return dense(1000); }

        static Layer stage(int channels, int blocks, int stride) {
          return sequential(repeat(blocks, i -> block(channels, i == 0 ? stride : 1)));
        }
        static Layer block(int channels, int stride) {
          return §residual(
                  conv3x3(channels).stride(stride).noBias().named("conv1"), batchNorm().named("bn1"),
                  relu(), conv3x3(channels).noBias().named("conv2"), batchNorm().named("bn2"))
              .then(relu());
        }
      }
      """;

  @Test
  void mismatchedSkipConnectionTellsTheWholeStory() {
    String text =
        file("ResNet18", RESNET)
            .fails(
                Code.SKIP_MISMATCH,
                "the shortcut carries 64x56x56, but the body produces 128x28x28");
    assertThat(text.lines().skip(1))
        .containsExactly(
            "    shortcut  64 x 56 x 56   from layer1.1 (ResNet18.java:8)",
            "    body     128 x 28 x 28   conv1 has 128 filters and stride 2",
            "    in block(128, 2) (ResNet18.java:16), called from stage(128, 2, 2)"
                + " (ResNet18.java:9), called from layer2",
            "    also in layer3, layer4",
            "    fix: project the shortcut: residual(...).project()      adds a 1x1 convolution,"
                + " stride 2, 8,192 parameters");
  }

  @Test
  void printedFixCompiles() {
    file("ResNet18", RESNET.replace("§", "").replace(".then(relu());", ".project().then(relu());"))
        .isRight();
  }

  @Test
  void channelsOfASkipConnectionMustAgree() {
    String block =
        """
        @Conv(filters = 64, kernel = 3, padding = 1) Layer stem();
        default Layer b() { return §residual(conv3x3(64), conv3x3(128)); }
        """;
    String text =
        network(block)
            .fails(
                Code.SKIP_MISMATCH,
                "the shortcut carries 64x32x32, but the body produces 128x32x32");
    assertThat(text)
        .contains("shortcut  64 x 32 x 32   from stem (Net.java:9)")
        .contains("body     128 x 32 x 32   conv1 has 128 filters")
        .contains("fix: project the shortcut: residual(...).project()")
        .contains(" or: give conv1 64 filters");
    network(block.replace("§", "").replace("128));", "128)).project();")).isRight();
    network(block.replace("§", "").replace("128", "64")).isRight();
  }

  @Test
  void mistakesInDifferentStagesAreReportedTogether() {
    assertThat(
            network(
                    """
                    default Layer b() { return residual(conv3x3(64), conv3x3(128)); }
                    @Conv(filters = 8, kernel = 40) Layer c();
                    default Layer d() { return conv3x3(0); }
                    """)
                .errors())
        .extracting(error -> error.getMessage(Locale.ROOT).split("]")[0])
        .containsExactly(
            "[weft:skip-mismatch", "[weft:kernel-larger-than-input", "[weft:invalid-argument");
  }
}
