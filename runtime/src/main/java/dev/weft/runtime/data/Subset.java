package dev.weft.runtime.data;

import dev.weft.runtime.image.Image;
import java.io.IOException;
import java.util.List;

/** Some of the images of others. */
final class Subset implements LabelledImages {
  private final LabelledImages all;
  private final int[] indices;

  Subset(LabelledImages all, int... indices) {
    this.all = all;
    this.indices = indices;
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public List<String> classes() {
    return all.classes();
  }

  @Override
  public int label(int index) {
    return all.label(indices[index]);
  }

  @Override
  public String name(int index) {
    return all.name(indices[index]);
  }

  @Override
  public Image image(int index) throws IOException {
    return all.image(indices[index]);
  }
}
