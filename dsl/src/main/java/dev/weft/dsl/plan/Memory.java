package dev.weft.dsl.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the values of a pass live: in a buffer of their own for a time, or in another value. */
public final class Memory {
  private final List<Long> buffers;
  private final Map<Value, Integer> bufferOf;
  private final Slices slices;

  /**
   * Some channels of a value.
   *
   * @param whole the value
   * @param firstChannel the first of them
   */
  public record Slice(Value whole, int firstChannel) {}

  Memory(List<Long> buffers, Map<Value, Integer> bufferOf, Slices slices) {
    this.buffers = List.copyOf(buffers);
    this.bufferOf = Map.copyOf(bufferOf);
    this.slices = slices;
  }

  /** The size of each buffer, in elements for one image. */
  public List<Long> buffers() {
    return buffers;
  }

  /** The value that a value is a part of, or the same data as; empty if it is in no other. */
  public Optional<Slice> within(Value value) {
    return slices.within(value);
  }

  /** The value in which a value lies in the end, perhaps itself. */
  public Value holder(Value value) {
    return slices.holder(value);
  }

  /** How many elements of its holder, in each image, come before a value's own. */
  public long offset(Value value) {
    return slices.place(value).offset();
  }

  /**
   * The index of the buffer in which a value lies. Optional values have none: each gets memory of
   * its own, if it is asked for.
   */
  public Optional<Integer> buffer(Value value) {
    return Optional.ofNullable(bufferOf.get(holder(value)));
  }

  /** Elements of all buffers for one image. */
  public long elements() {
    return buffers.stream().mapToLong(Long::longValue).sum();
  }
}
