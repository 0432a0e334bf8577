package dev.weft.dsl.graph;

import dev.weft.dsl.Extent;
import dev.weft.dsl.op.Sight;
import java.util.List;

/**
 * The pixels of the network's input that one element of a value sees.
 *
 * @param height rows that it sees, not cut off at the image's border
 * @param width columns that it sees
 * @param down rows of the input between two neighbours; below 1 where the image was enlarged
 * @param right columns of the input between two neighbours
 */
public record ReceptiveField(double height, double width, double down, double right) {
  /** That of the input: each pixel sees itself. */
  public static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 1, 1);

  /** After an operation: {@code size + (reach - 1) jump}, and {@code jump stride}. */
  public ReceptiveField through(Sight sight) {
    return new ReceptiveField(
        height + (sight.reach().height() - 1) * down,
        width + (sight.reach().width() - 1) * right,
        down * sight.down(),
        right * sight.right());
  }

  /** Where paths join: the largest of each. */
  public static ReceptiveField join(List<ReceptiveField> fields) {
    return fields.stream()
        .reduce(
            (a, b) ->
                new ReceptiveField(
                    Math.max(a.height, b.height),
                    Math.max(a.width, b.width),
                    Math.max(a.down, b.down),
                    Math.max(a.right, b.right)))
        .orElse(PIXEL);
  }

  /** Height and width in whole pixels. */
  public Extent size() {
    return new Extent((int) Math.ceil(height), (int) Math.ceil(width));
  }
}
