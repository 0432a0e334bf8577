package dev.weft.dsl.graph;

import dev.weft.dsl.Extent;
import dev.weft.dsl.op.Window;
import java.util.List;

/**
 * The pixels of the network's input that one element of a value sees.
 *
 * @param size height and width of what it sees, not cut off at the image's border
 * @param jump pixels of the input between two neighbours
 */
public record ReceptiveField(Extent size, Extent jump) {
  /** That of the input: each pixel sees itself. */
  public static final ReceptiveField PIXEL = new ReceptiveField(Extent.square(1), Extent.square(1));

  /** After a sliding window: {@code size + (reach - 1) jump}, and {@code jump stride}. */
  public ReceptiveField through(Window window) {
    Extent reach = window.reach();
    return new ReceptiveField(
        new Extent(
            bounded(size.height() + (reach.height() - 1L) * jump.height()),
            bounded(size.width() + (reach.width() - 1L) * jump.width())),
        new Extent(
            bounded((long) jump.height() * window.stride().height()),
            bounded((long) jump.width() * window.stride().width())));
  }

  /** Beyond any image, the exact number of pixels says nothing. */
  private static int bounded(long pixels) {
    return (int) Math.min(pixels, Integer.MAX_VALUE);
  }

  /** Where paths join: the largest of each. */
  public static ReceptiveField join(List<ReceptiveField> fields) {
    return fields.stream()
        .reduce((a, b) -> new ReceptiveField(max(a.size, b.size), max(a.jump, b.jump)))
        .orElse(PIXEL);
  }

  private static Extent max(Extent a, Extent b) {
    return new Extent(Math.max(a.height(), b.height()), Math.max(a.width(), b.width()));
  }
}
