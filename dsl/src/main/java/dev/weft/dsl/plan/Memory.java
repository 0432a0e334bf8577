package dev.weft.dsl.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the values of a pass live: buffers, each used by one value at a time.
 *
 * @param buffers the size of each buffer, in elements for one image
 * @param bufferOf the index of the buffer of each value that does not share another's. Optional
 *     values have none: each gets memory of its own, if it is asked for.
 */
public record Memory(List<Long> buffers, Map<Value, Integer> bufferOf) {
  /** Copies list and map. */
  public Memory {
    buffers = List.copyOf(buffers);
    bufferOf = Map.copyOf(bufferOf);
  }

  /** The index of a value's buffer; empty if the value is optional. */
  public Optional<Integer> buffer(Value value) {
    return Optional.ofNullable(bufferOf.get(value.storage()));
  }

  /** Elements of all buffers for one image. */
  public long elements() {
    return buffers.stream().mapToLong(Long::longValue).sum();
  }
}
