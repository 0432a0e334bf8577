package dev.weft.runtime.data;

import dev.weft.dsl.Shape;
import dev.weft.runtime.image.Image;
import java.util.Arrays;
import java.util.List;

/** Images of one size whose pixels lie in one array. */
public final class ImagesInMemory implements LabelledImages {
  private final String source;
  private final List<String> classes;
  private final Shape shape;
  private final byte[] pixels;
  private final int[] labels;

  /**
   * Keeps the arrays themselves.
   *
   * @param source where they come from, for messages
   * @param shape of one image: channels, height, width
   * @param pixels image after image, each as in {@link Image#pixels()}
   * @throws IllegalArgumentException if the pixels do not fit, or a label has no class
   */
  public ImagesInMemory(
      String source, List<String> classes, Shape shape, byte[] pixels, int... labels) {
    if (shape.rank() != 3 || pixels.length != shape.elements() * labels.length) {
      throw new IllegalArgumentException(
          labels.length
              + " images of "
              + shape.compact()
              + " do not fit "
              + pixels.length
              + " bytes");
    }
    for (int label : labels) {
      if (label < 0 || label >= classes.size()) {
        throw new IllegalArgumentException(
            "the label " + label + " is none of the " + classes.size() + " classes");
      }
    }
    this.source = source;
    this.classes = List.copyOf(classes);
    this.shape = shape;
    this.pixels = pixels;
    this.labels = labels;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public String name(int index) {
    return source + ", image " + index;
  }

  @Override
  public Image image(int index) {
    int bytes = Math.toIntExact(shape.elements());
    int from = index * bytes;
    byte[] copy = Arrays.copyOfRange(pixels, from, from + bytes);
    return new Image(shape.channels(), shape.height(), shape.width(), copy);
  }
}
