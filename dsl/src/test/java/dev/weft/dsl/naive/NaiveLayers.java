package dev.weft.dsl.naive;

import dev.weft.dsl.AdaptiveAvgPoolLayer;
import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.BatchNormLayer;
import dev.weft.dsl.ChannelShuffleLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.CropLayer;
import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.DepthwiseConvLayer;
import dev.weft.dsl.FlattenLayer;
import dev.weft.dsl.GlobalAvgPoolLayer;
import dev.weft.dsl.GroupNormLayer;
import dev.weft.dsl.InstanceNormLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.LayerNormLayer;
import dev.weft.dsl.LocalResponseNormLayer;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.PadChannelsLayer;
import dev.weft.dsl.PadLayer;
import dev.weft.dsl.PixelShuffleLayer;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.SubsampleLayer;
import dev.weft.dsl.TransposedConvLayer;
import dev.weft.dsl.UpsampleLayer;
import dev.weft.dsl.problem.Code;

/** Layers that are no blocks. */
final class NaiveLayers {
  private final Tally tally;
  private final NaiveWindows windows;

  NaiveLayers(Tally tally) {
    this.tally = tally;
    this.windows = new NaiveWindows(tally);
  }

  Value apply(Layer layer, Value input) {
    if (layer instanceof DenseLayer dense) {
      return dense(dense, input);
    } else if (layer instanceof FlattenLayer) {
      return input.isVector() ? input : new Value(input.elements());
    } else if (layer instanceof BatchNormLayer norm) {
      if (norm.channels().isPresent()) {
        require(norm.channels().getAsInt() == input.channels(), Code.EXPECT_MISMATCH);
      }
      tally.parameters += 2L * input.channels();
      return input.computed();
    } else if (layer instanceof LayerNormLayer) {
      tally.parameters += 2L * input.elements();
      return input.computed();
    }
    return isForImages(layer) ? image(layer, input) : input.computed();
  }

  static void require(boolean condition, Code code) {
    if (!condition) {
      throw new Wrong(code);
    }
  }

  private Value dense(DenseLayer layer, Value input) {
    int inputs = input.elements();
    if (layer.inFeatures().isPresent()) {
      require(layer.inFeatures().getAsInt() == inputs, Code.EXPECT_MISMATCH);
    }
    long weights = (long) inputs * layer.features();
    require(weights <= Integer.MAX_VALUE, Code.TOO_LARGE);
    tally.parameters += weights + (layer.bias() ? layer.features() : 0);
    tally.macs += weights;
    return new Value(layer.features());
  }

  /** Activations, softmax, dropout and dropPath take anything, and keep it. */
  private static boolean isForImages(Layer layer) {
    return layer instanceof ConvLayer
        || layer instanceof DepthwiseConvLayer
        || layer instanceof SeparableConvLayer
        || layer instanceof TransposedConvLayer
        || layer instanceof MaxPoolLayer
        || layer instanceof AvgPoolLayer
        || layer instanceof AdaptiveAvgPoolLayer
        || layer instanceof GlobalAvgPoolLayer
        || layer instanceof UpsampleLayer
        || layer instanceof PadLayer
        || layer instanceof CropLayer
        || layer instanceof SubsampleLayer
        || layer instanceof PadChannelsLayer
        || layer instanceof PixelShuffleLayer
        || layer instanceof ChannelShuffleLayer
        || layer instanceof GroupNormLayer
        || layer instanceof InstanceNormLayer
        || layer instanceof LocalResponseNormLayer;
  }

  private Value image(Layer layer, Value input) {
    require(!input.isVector(), Code.INPUT_RANK);
    int channels = input.channels();
    int height = input.height();
    int width = input.width();
    if (layer instanceof GlobalAvgPoolLayer) {
      return new Value(channels, 1, 1);
    } else if (layer instanceof AdaptiveAvgPoolLayer pool) {
      return new Value(channels, pool.size().height(), pool.size().width());
    } else if (layer instanceof UpsampleLayer up) {
      return sized(channels, (long) height * up.factor(), (long) width * up.factor());
    } else if (layer instanceof PadLayer pad) {
      return sized(
          channels,
          (long) height + pad.sides().top() + pad.sides().bottom(),
          (long) width + pad.sides().left() + pad.sides().right());
    } else if (layer instanceof CropLayer crop) {
      int rows = height - crop.sides().top() - crop.sides().bottom();
      int columns = width - crop.sides().left() - crop.sides().right();
      require(rows >= 1 && columns >= 1, Code.EMPTY_OUTPUT);
      return new Value(channels, rows, columns);
    } else if (layer instanceof SubsampleLayer subsample) {
      return new Value(
          channels,
          Pixels.everyNth(height, subsample.stride().height()),
          Pixels.everyNth(width, subsample.stride().width()));
    } else if (layer instanceof PadChannelsLayer pad) {
      return sized(pad.before() + channels + pad.after(), height, width);
    } else if (layer instanceof PixelShuffleLayer shuffle) {
      int factor = shuffle.factor();
      require(channels % ((long) factor * factor) == 0, Code.GROUPS_DO_NOT_DIVIDE);
      return new Value(channels / factor / factor, height * factor, width * factor);
    } else if (layer instanceof ChannelShuffleLayer shuffle) {
      require(channels % shuffle.groups() == 0, Code.GROUPS_DO_NOT_DIVIDE);
    } else if (layer instanceof GroupNormLayer norm) {
      require(channels % norm.groups() == 0, Code.GROUPS_DO_NOT_DIVIDE);
      tally.parameters += 2L * channels;
    } else if (layer instanceof InstanceNormLayer norm) {
      tally.parameters += norm.isAffine() ? 2L * channels : 0;
    } else if (!(layer instanceof LocalResponseNormLayer)) {
      return windows.apply(layer, input);
    }
    return input.computed();
  }

  static Value sized(long channels, long height, long width) {
    require(
        channels <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE && width <= Integer.MAX_VALUE,
        Code.TOO_LARGE);
    return new Value((int) channels, (int) height, (int) width);
  }
}
