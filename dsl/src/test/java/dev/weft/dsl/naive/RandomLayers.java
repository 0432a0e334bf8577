package dev.weft.dsl.naive;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.DilatedLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.WindowedLayer;
import java.util.Random;

/** Layers that are no blocks, with arguments that their factories take, whether they fit or not. */
final class RandomLayers {
  private final Random random;

  RandomLayers(Random random) {
    this.random = random;
  }

  /** A layer for a shape, though it need not fit it. */
  Layer next(Shape shape) {
    int channels = shape.channels();
    return switch (random.nextInt(30)) {
      case 0, 1, 2 -> convolution(channels);
      case 3 -> windowed(depthwiseConv(kernel()).multiplier(1 + random.nextInt(2)));
      case 4 -> windowed(separableConv(width(), kernel()));
      case 5, 6 -> transposed(channels);
      case 7 -> pooling(windowed(maxPool(kernel(), kernel())));
      case 8 -> pooling(maxPool(kernel()).ceilMode().stride(1 + random.nextInt(4)));
      case 9 -> pooling(avgPool(kernel()).countIncludePad(random.nextBoolean()));
      case 10 -> pooling(avgPool(kernel(), kernel()).stride(1 + random.nextInt(3)).ceilMode());
      case 11 -> adaptiveAvgPool(1 + random.nextInt(6), 1 + random.nextInt(6));
      case 12 -> globalAvgPool();
      case 13 -> upsample(1 + random.nextInt(2));
      case 14 -> pad(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
      case 15 -> crop(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
      case 16 -> subsample(1 + random.nextInt(3));
      case 17 -> padChannels(random.nextInt(3), random.nextInt(3));
      case 18 -> pixelShuffle(1 + random.nextInt(3));
      case 19 -> channelShuffle(divisor(channels));
      case 20 -> groupNorm(divisor(channels));
      case 21 -> random.nextBoolean() ? instanceNorm() : instanceNorm().affine();
      case 22 -> localResponseNorm(5);
      case 23 -> random.nextInt(4) == 0 ? dense(width()).noBias() : layerNorm();
      case 24 -> random.nextInt(4) == 0 ? flatten() : softmax();
      case 25 -> random.nextBoolean() ? batchNorm() : batchNorm(nearly(channels));
      case 26 -> random.nextBoolean() ? dropout(0.5) : dropPath(0.1);
      case 27 -> random.nextBoolean() ? leakyRelu() : hardSwish();
      case 28 -> expecting(shape);
      default -> random.nextBoolean() ? identity() : gelu();
    };
  }

  int width() {
    return 1 + random.nextInt(12);
  }

  private int kernel() {
    return 1 + random.nextInt(5);
  }

  /** Most often a number that divides another, else any. */
  private int divisor(int number) {
    int any = 1 + random.nextInt(6);
    return random.nextInt(4) == 0 || number % any == 0 ? any : 1;
  }

  /** Most often the number, else one beside it. */
  private int nearly(int number) {
    return random.nextInt(8) == 0 ? number + 1 : number;
  }

  private Layer convolution(int channels) {
    int groups = divisor(channels);
    int filters = random.nextInt(6) == 0 ? width() : groups * (1 + random.nextInt(3));
    var conv = conv(filters, kernel(), kernel()).groups(groups);
    if (random.nextBoolean()) {
      conv = conv.noBias();
    }
    if (random.nextInt(4) == 0) {
      conv = conv.inChannels(nearly(channels));
    }
    return windowed(conv);
  }

  private Layer transposed(int channels) {
    int groups = divisor(channels);
    var conv = transposedConv(groups * (1 + random.nextInt(2)), 1 + random.nextInt(3));
    conv = conv.groups(groups).stride(1 + random.nextInt(2), 1 + random.nextInt(2));
    if (random.nextInt(3) == 0) {
      conv = conv.dilation(1 + random.nextInt(2));
    }
    if (random.nextInt(3) == 0) {
      conv = conv.outputPadding(random.nextInt(2), random.nextInt(2));
    }
    return random.nextBoolean() ? conv : conv.padding(padding(2));
  }

  private <L extends Layer & DilatedLayer<L>> L windowed(L layer) {
    L windowed = layer;
    if (random.nextInt(3) == 0) {
      windowed = windowed.stride(1 + random.nextInt(3), 1 + random.nextInt(3));
    }
    if (random.nextInt(3) == 0) {
      windowed = windowed.dilation(1 + random.nextInt(3), 1 + random.nextInt(2));
    }
    boolean pads = !(layer instanceof dev.weft.dsl.MaxPoolLayer) && random.nextBoolean();
    return pads ? windowed.padding(padding(3)) : windowed;
  }

  /** A pooling refuses more than half of its kernel. */
  private <L extends Layer & WindowedLayer<L>> L pooling(L layer) {
    if (random.nextBoolean()) {
      return layer;
    }
    int height = layer.window().kernel().height() / 2;
    int width = layer.window().kernel().width() / 2;
    return random.nextInt(3) == 0
        ? layer.padding(PaddingMode.SAME)
        : layer.padding(
            random.nextInt(height + 1),
            random.nextInt(width + 1),
            random.nextInt(height + 1),
            random.nextInt(width + 1));
  }

  private dev.weft.dsl.Padding padding(int most) {
    return switch (random.nextInt(4)) {
      case 0 -> PaddingMode.VALID;
      case 1 -> PaddingMode.SAME;
      case 2 -> Sides.all(random.nextInt(most));
      default ->
          new Sides(
              random.nextInt(most),
              random.nextInt(most),
              random.nextInt(most),
              random.nextInt(most));
    };
  }

  private Layer expecting(Shape shape) {
    int[] dims = shape.toArray();
    int changed = random.nextInt(dims.length);
    dims[changed] = nearly(dims[changed]);
    return expect(dims);
  }
}
