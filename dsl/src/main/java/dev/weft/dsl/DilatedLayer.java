package dev.weft.dsl;

/**
 * A layer whose window can have gaps (Yu and Koltun 2016, "Multi-Scale Context Aggregation by
 * Dilated Convolutions").
 *
 * @param <L> the layer itself
 */
public sealed interface DilatedLayer<L extends Layer> extends WindowedLayer<L>
    permits ConvLayer, DepthwiseConvLayer, SeparableConvLayer, TransposedConvLayer, MaxPoolLayer {
  /** This layer with its window's elements so many pixels apart. */
  default L dilation(int dilation) {
    return dilation(dilation, dilation);
  }

  /** This layer with its window's elements apart by a number for each direction. */
  default L dilation(int height, int width) {
    return window(window().dilation(height, width));
  }
}
