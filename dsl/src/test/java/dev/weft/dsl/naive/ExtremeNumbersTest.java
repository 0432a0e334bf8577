package dev.weft.dsl.naive;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.Inferred;
import dev.weft.dsl.infer.Networks;
import dev.weft.dsl.plan.Planner;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The largest numbers that factories take: nothing overflows, and nothing takes long. */
class ExtremeNumbersTest {
  private static final int[] PIXELS = {1, 2, 3, 5, 1000, (1 << 15) - 1, 1 << 15};
  private static final int[] CHANNELS = {1, 2, 6, 1 << 12, (1 << 24) - 1, 1 << 24};
  private static final int[] DIMENSIONS = {
    1, 2, 7, 1 << 15, (1 << 24) + 1, Integer.MAX_VALUE - 1, Integer.MAX_VALUE
  };

  private final Random random = new Random(5);

  @Test
  void areReportedOrFit() {
    int right = 0;
    for (int i = 0; i < 20_000; i++) {
      Shape input =
          random.nextInt(4) == 0
              ? Shape.of(any(DIMENSIONS))
              : Shape.of(any(CHANNELS), any(DIMENSIONS), any(DIMENSIONS));
      Layer[] layers = new Layer[1 + random.nextInt(4)];
      for (int j = 0; j < layers.length; j++) {
        layers[j] = random.nextInt(4) == 0 ? block() : layer();
      }
      Layer network = sequential(layers);
      assertTimeout(
          Duration.ofSeconds(2), () -> infer(input, network), () -> network + " on " + input);
      right += infer(input, network) ? 1 : 0;
    }
    assertThat(right).isBetween(1_000, 19_000);
  }

  private static boolean infer(Shape input, Layer network) {
    try {
      Inferred inferred = Inference.infer(Networks.declare(input, network));
      assertThat(inferred.graph().isPresent()).isEqualTo(inferred.problems().isEmpty());
      inferred.graph().ifPresent(Planner::plan);
      inferred.graph().ifPresent(graph -> assertThat(graph.macs()).isNotNegative());
      return inferred.graph().isPresent();
    } catch (RuntimeException thrown) {
      throw new AssertionError(network + " on " + input, thrown);
    }
  }

  private int any(int[] numbers) {
    return numbers[random.nextInt(numbers.length)];
  }

  private Layer block() {
    return switch (random.nextInt(5)) {
      case 0 -> residual(layer()).project();
      case 1 -> residual(layer()).zeroPad();
      case 2 -> concat(layer(), identity());
      case 3 -> scaleBy(layer());
      default -> sequential(identity(), auxiliary(layer()));
    };
  }

  private Layer layer() {
    int pixels = any(PIXELS);
    int others = any(PIXELS);
    int channels = any(CHANNELS);
    return switch (random.nextInt(16)) {
      case 0 -> conv(channels, pixels, others).padding(SAME).dilation(any(PIXELS)).stride(pixels);
      case 1 -> conv(channels, pixels).padding(any(PIXELS)).dilation(others);
      case 2 -> depthwiseConv(pixels).multiplier(channels).padding(others);
      case 3 -> separableConv(channels, pixels).padding(others);
      case 4 -> transposedConv(channels, pixels).stride(others).dilation(any(PIXELS));
      case 5 -> transposedConv(channels, 2).stride(pixels).padding(SAME);
      case 6 -> maxPool(pixels).stride(others).dilation(any(PIXELS)).padding(SAME);
      case 7 -> maxPool(pixels).stride(others).dilation(any(PIXELS)).padding(pixels / 2).ceilMode();
      case 8 -> avgPool(pixels).stride(others).ceilMode();
      case 9 -> random.nextBoolean() ? upsample(pixels) : pixelShuffle(pixels);
      case 10 -> random.nextBoolean() ? pad(pixels) : crop(pixels);
      case 11 -> padChannels(channels, any(CHANNELS));
      case 12 -> adaptiveAvgPool(pixels, others);
      case 13 -> dense(channels);
      case 14 -> random.nextBoolean() ? layerNorm() : flatten();
      default -> subsample(pixels);
    };
  }
}
