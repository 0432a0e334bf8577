package dev.weft.dsl;

/**
 * A layer whose window slides over an image: the modifiers that all of them have.
 *
 * @param <L> the layer itself
 */
public sealed interface WindowedLayer<L extends Layer> extends Layer
    permits AvgPoolLayer, DilatedLayer {
  /** The sliding window. */
  SlidingWindow window();

  /** This layer with another sliding window. */
  L window(SlidingWindow window);

  /** This layer with the same stride in both directions. */
  default L stride(int stride) {
    return stride(stride, stride);
  }

  /** This layer with a stride for each direction. */
  default L stride(int height, int width) {
    return window(window().stride(height, width));
  }

  /** This layer with so many pixels added on each of the four sides. */
  default L padding(int padding) {
    return padding(Sides.all(padding));
  }

  /** This layer with pixels added above and below, and left and right. */
  default L padding(int height, int width) {
    return padding(Sides.of(height, width));
  }

  /** This layer with a number of pixels for each side. */
  default L padding(int top, int left, int bottom, int right) {
    return padding(new Sides(top, left, bottom, right));
  }

  /** This layer with the padding that a mode asks for: {@code padding(SAME)}. */
  default L padding(Padding padding) {
    return window(window().padding(padding));
  }
}
