package dev.weft.runtime.onednn;

import org.bytedeco.dnnl.memory;

/**
 * A tensor as a primitive reads or writes it.
 *
 * @param layout where its elements lie
 * @param memory the memory, from the layout's first element on
 */
record Operand(Layout layout, memory memory) {
  memory.desc desc() {
    return memory.get_desc();
  }

  memory.data_type type() {
    return desc().get_data_type();
  }

  /** Whether both begin at the same place. */
  boolean isSame(Operand other) {
    return memory.get_data_handle().equals(other.memory.get_data_handle());
  }
}
