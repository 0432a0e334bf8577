package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/** The image as a vector, channel by channel; no data moves. */
public record FlattenOp() implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    long elements = inputs.get(0).elements();
    return Shape.of(elements == Shape.UNKNOWN ? Shape.UNKNOWN : Math.toIntExact(elements));
  }

  @Override
  public String kind() {
    return "flatten";
  }

  /** The vector as a whole, which a dense layer reads, sees what the whole image sees. */
  @Override
  public Sight sight(Shape input) {
    return input.rank() == 3 ? Sight.ofAll(input.height(), input.width()) : Sight.SAME_PLACE;
  }
}
