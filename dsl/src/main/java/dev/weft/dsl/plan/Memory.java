package dev.weft.dsl.plan;

import java.util.List;
import java.util.Map;

/**
 * Where the values of a pass live: buffers, each used by one value at a time.
 *
 * @param buffers the size of each buffer, in elements for one image
 * @param bufferOf the index of each value's buffer; values that hold the same data in another shape
 *     are listed too. Optional values are not: each has memory of its own, if it is asked for.
 */
public record Memory(List<Long> buffers, Map<Value, Integer> bufferOf) {
  /** Copies list and map. */
  public Memory {
    buffers = List.copyOf(buffers);
    bufferOf = Map.copyOf(bufferOf);
  }

  /** Elements of all buffers for one image. */
  public long elements() {
    return buffers.stream().mapToLong(Long::longValue).sum();
  }
}
