package dev.weft.examples.networks;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the networks of the Visual Geometry Group share (Simonyan and Zisserman 2015, "Very Deep
 * Convolutional Networks for Large-Scale Image Recognition", table 1): five blocks of 3x3
 * convolutions, each of which ends in a pool, and a dense head.
 */
final class VggBlocks {
  private VggBlocks() {}

  /** The blocks, of so many convolutions each: 512 channels of 7 x 7. */
  static Layer features(int... convolutions) {
    return features(false, convolutions);
  }

  /** The same with a batch norm behind each convolution. */
  static Layer normalised(int... convolutions) {
    return features(true, convolutions);
  }

  private static Layer features(boolean normalised, int[] convolutions) {
    List<Layer> layers = new ArrayList<>();
    int filters = 64;
    for (int count : convolutions) {
      for (int i = 0; i < count; i++) {
        layers.add(conv3x3(filters));
        if (normalised) {
          layers.add(batchNorm());
        }
        layers.add(relu());
      }
      layers.add(maxPool(2));
      filters = Math.min(2 * filters, 512);
    }
    return sequential(layers.toArray(Layer[]::new));
  }

  /** The dense head, for images of any size that the pool made 7 x 7. */
  static Layer classifier() {
    // spotless:off
    return sequential(
        dense(4096), relu(), dropout(0.5),
        dense(4096), relu(), dropout(0.5),
        dense(1000));
    // spotless:on
  }

  /**
   * The same head as convolutions (section 3.2 of the paper): on a larger image, it classifies each
   * of its parts.
   */
  static Layer convolutionalClassifier() {
    // spotless:off
    return sequential(
        conv(4096, 7), relu(), dropout(0.5),
        conv1x1(4096), relu(), dropout(0.5),
        conv1x1(1000));
    // spotless:on
  }
}
