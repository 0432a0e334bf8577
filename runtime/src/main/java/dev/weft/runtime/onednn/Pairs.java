package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** Operations on two tensors, element by element. */
final class Pairs {
  private Pairs() {}

  /**
   * Adds an operation to a program.
   *
   * @param b has as many elements as {@code a} in each dimension, or one
   * @param y receives the results; may be {@code a}
   */
  static void add(Program program, algorithm operation, Operand a, Operand b, Operand y) {
    binary.primitive_desc desc =
        new binary.primitive_desc(
            program.cpu().engine(),
            operation,
            a.desc(),
            b.desc(),
            y.desc(),
            Program.attributes(),
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SRC_0, a.memory()).and(DNNL_ARG_SRC_1, b).and(DNNL_ARG_DST, y);
    program.add(new binary(desc), desc, arguments);
  }
}
