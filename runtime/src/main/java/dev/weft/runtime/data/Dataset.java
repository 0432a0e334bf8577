package dev.weft.runtime.data;

import dev.weft.dsl.Shape;

/** Images, each with the class it belongs to; images are converted batch by batch. */
public interface Dataset {
  /** The number of images. */
  int size();

  /** The shape of one image, as a network takes it. */
  Shape imageShape();

  /** The class of an image, counted from 0. */
  int label(int index);

  /**
   * The images with the given indices, in this order, in an array of their own. Several threads may
   * ask at once.
   *
   * @throws java.io.UncheckedIOException if an image cannot be read; its cause names the file
   */
  Batch batch(int... indices);

  /**
   * How many images a batch has for each index, one after the other: more than 1 where a test
   * averages over several crops of each image.
   */
  default int views() {
    return 1;
  }

  /**
   * The data set as an epoch of a training sees it. What is random in it depends on the seed, the
   * epoch and the index of an image only.
   */
  default Dataset inEpoch(long seed, int epoch) {
    return this;
  }
}
