package dev.weft.dsl.naive;

import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.DepthwiseConvLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.Sides;
import dev.weft.dsl.SlidingWindow;
import dev.weft.dsl.TransposedConvLayer;
import dev.weft.dsl.problem.Code;
import java.util.List;

/**
 * Layers with a window: every position is listed, every weight and every multiplication counted.
 */
final class NaiveWindows {
  private final Tally tally;

  NaiveWindows(Tally tally) {
    this.tally = tally;
  }

  Value apply(Layer layer, Value input) {
    if (layer instanceof ConvLayer conv) {
      Value output = slid(conv.window(), input, conv.filters());
      if (conv.inChannels().isPresent()) {
        int declared = conv.inChannels().getAsInt();
        NaiveLayers.require(declared == input.channels(), Code.EXPECT_MISMATCH);
      }
      convolved(
          conv.window(), input.channels(), output, conv.groups(), conv.bias(), pixels(output));
      return output;
    } else if (layer instanceof DepthwiseConvLayer conv) {
      Value output = slid(conv.window(), input, input.channels() * conv.multiplier());
      convolved(
          conv.window(), input.channels(), output, input.channels(), conv.bias(), pixels(output));
      return output;
    } else if (layer instanceof SeparableConvLayer conv) {
      Value filtered = slid(conv.window(), input, input.channels());
      convolved(
          conv.window(), input.channels(), filtered, input.channels(), false, pixels(filtered));
      Value output = new Value(conv.filters(), filtered.height(), filtered.width());
      convolved(SlidingWindow.of(1, 1), input.channels(), output, 1, conv.bias(), pixels(output));
      return output;
    } else if (layer instanceof TransposedConvLayer conv) {
      return transposed(conv, input);
    } else if (layer instanceof MaxPoolLayer pool) {
      return pooled(pool.window(), input);
    }
    return pooled(((AvgPoolLayer) layer).window(), input);
  }

  private static int pixels(Value image) {
    return image.height() * image.width();
  }

  /** Counts the weights of each filter, the channels of its own group only, at each pixel. */
  private void convolved(
      SlidingWindow window, int channels, Value output, int groups, boolean bias, int pixels) {
    int filters = output.channels();
    NaiveLayers.require(channels % groups == 0 && filters % groups == 0, Code.GROUPS_DO_NOT_DIVIDE);
    long weights = 0;
    for (int filter = 0; filter < filters; filter++) {
      for (int channel = 0; channel < channels; channel++) {
        if (filter / (filters / groups) == channel / (channels / groups)) {
          weights += (long) window.kernel().height() * window.kernel().width();
        }
      }
    }
    tally.parameters += weights + (bias ? filters : 0);
    tally.macs += weights * pixels;
  }

  private static Value slid(SlidingWindow window, Value input, int channels) {
    int rows = rows(window, input).size();
    int columns = columns(window, input).size();
    NaiveLayers.require(rows > 0 && columns > 0, Code.KERNEL_LARGER_THAN_INPUT);
    return new Value(channels, rows, columns);
  }

  private static Value pooled(SlidingWindow window, Value input) {
    Value output = slid(window, input, input.channels());
    NaiveLayers.require(
        Pixels.allSeeTheImage(rows(window, input), input.height())
            && Pixels.allSeeTheImage(columns(window, input), input.width()),
        Code.INVALID_ARGUMENT);
    return output;
  }

  private static List<List<Integer>> rows(SlidingWindow window, Value input) {
    return windows(window, input.height(), true);
  }

  private static List<List<Integer>> columns(SlidingWindow window, Value input) {
    return windows(window, input.width(), false);
  }

  private static List<List<Integer>> windows(SlidingWindow window, int size, boolean vertical) {
    int kernel = vertical ? window.kernel().height() : window.kernel().width();
    int stride = vertical ? window.stride().height() : window.stride().width();
    int dilation = vertical ? window.dilation().height() : window.dilation().width();
    int before = 0;
    int after = 0;
    if (window.padding() instanceof Sides sides) {
      before = vertical ? sides.top() : sides.left();
      after = vertical ? sides.bottom() : sides.right();
    } else if (window.padding() == PaddingMode.SAME) {
      int padding = Pixels.same(size, kernel, stride, dilation);
      before = padding / 2;
      after = padding - before;
    }
    return Pixels.windows(size, kernel, stride, dilation, before, after, window.ceilMode());
  }

  private Value transposed(TransposedConvLayer conv, Value input) {
    SlidingWindow window = conv.window();
    int rows = conv.outputPadding().height();
    int columns = conv.outputPadding().width();
    boolean isSmall =
        (rows == 0 || rows < window.stride().height() || rows < window.dilation().height())
            && (columns == 0
                || columns < window.stride().width()
                || columns < window.dilation().width());
    boolean isFree = window.padding() != PaddingMode.SAME || rows == 0 && columns == 0;
    NaiveLayers.require(isSmall && isFree, Code.INVALID_ARGUMENT);
    NaiveLayers.require(
        input.channels() % conv.groups() == 0 && conv.filters() % conv.groups() == 0,
        Code.GROUPS_DO_NOT_DIVIDE);
    int height =
        Pixels.painted(
            input.height(),
            window.kernel().height(),
            window.stride().height(),
            window.dilation().height());
    int width =
        Pixels.painted(
            input.width(),
            window.kernel().width(),
            window.stride().width(),
            window.dilation().width());
    if (window.padding() == PaddingMode.SAME) {
      height = input.height() * window.stride().height();
      width = input.width() * window.stride().width();
    } else {
      Sides cut = window.padding() instanceof Sides sides ? sides : Sides.NONE;
      height += rows - cut.top() - cut.bottom();
      width += columns - cut.left() - cut.right();
    }
    NaiveLayers.require(height > 0 && width > 0, Code.EMPTY_OUTPUT);
    Value output = new Value(conv.filters(), height, width);
    convolved(window, input.channels(), output, conv.groups(), conv.bias(), pixels(input));
    return output;
  }
}
