package dev.weft.runtime.data;

import dev.weft.runtime.image.Image;
import java.io.IOException;
import java.util.List;

/**
 * Images of any size, each with the class it belongs to, as they lie on a disk or in memory. What a
 * network takes is made of them by an {@link ImageDataset}. Several threads may ask at once.
 */
public interface LabelledImages {
  /** The number of images. */
  int size();

  /** The names of the classes, in the order of the labels. */
  List<String> classes();

  /** The class of an image, counted from 0. */
  int label(int index);

  /** What a message calls an image, such as its file. */
  String name(int index);

  /**
   * An image, decoded if need be.
   *
   * @throws BadDataException if it cannot be read; it names the file
   */
  Image image(int index) throws IOException;
}
