package dev.weft.runtime.onednn;

import dev.weft.runtime.tensor.DataType;
import org.bytedeco.dnnl.memory;

/**
 * A type of numbers in memory.
 *
 * @param type oneDNN's name for it
 * @param array ND4J's name for it
 * @param bytes of one number
 */
record Numbers(memory.data_type type, org.nd4j.linalg.api.buffer.DataType array, int bytes) {
  static final Numbers FLOAT =
      new Numbers(memory.data_type.f32, org.nd4j.linalg.api.buffer.DataType.FLOAT, 4);
  static final Numbers BFLOAT16 =
      new Numbers(memory.data_type.bf16, org.nd4j.linalg.api.buffer.DataType.BFLOAT16, 2);

  /** What a network of some type computes with. */
  static Numbers of(DataType type) {
    return switch (type) {
      case FLOAT -> FLOAT;
      case BFLOAT16 -> BFLOAT16;
      case DOUBLE -> throw new IllegalArgumentException("oneDNN has no double precision");
    };
  }
}
