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

  /** The images with the given indices, in this order, in an array of their own. */
  Batch batch(int... indices);
}
