package dev.weft.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void play(ProgressDisplay display, OptionalDouble test) {
    display.epochStarted(1, 2, 5000);
    display.stepDone(new Step(1, 32, 2.25, 0.125, 0.01));
    display.epochDone(new Epoch(1, 0.51239, 0.84125, test, 0.01, 4321.6, 1.157));
    display.ended();
  }

  @Test
  void withoutATerminalEachEpochIsOnePlainLine() {
    play(new ProgressDisplay(out, false), OptionalDouble.of(0.9));
    assertThat(shown())
        .isEqualToNormalizingNewlines(
            "epoch 1/2  loss 0.5124  accuracy 84.13 %  test 90.00 %  rate 0.0100  4,322 images/s  1.2 s\n");
  }

  @Test
  void onATerminalTheBarGivesWayToTheSameLine() {
    play(new ProgressDisplay(out, true), OptionalDouble.empty());
    assertThat(shown()).contains("\repoch 1/2 [").contains("loss 2.2500  accuracy 12.50 %");
    assertThat(shown())
        .endsWith(
            " \repoch 1/2  loss 0.5124  accuracy 84.13 %  rate 0.0100  4,322 images/s  1.2 s"
                + System.lineSeparator());
    assertThat(shown()).containsOnlyOnce("\n");
  }

  @Test
  void theBarTakesTheRoomThatIsLeft() {
    assertThat(ProgressLine.line("epoch 1/5", 0.5, "loss 1", 30))
        .isEqualTo("epoch 1/5 [=====     ]  loss 1");
    assertThat(ProgressLine.line("epoch 1/5", 1, "loss 1", 200))
        .isEqualTo("epoch 1/5 [" + "=".repeat(30) + "]  loss 1");
    assertThat(ProgressLine.line("epoch 1/5", 0.5, "loss 1  0:10 left  5 images/s", 41))
        .isEqualTo("epoch 1/5 [=====     ]  loss 1  0:10 left");
    assertThat(ProgressLine.line("epoch 1/5", 0.5, "loss 1", 15)).isEqualTo("epoch 1/5 []  l");
  }
}
