package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.primitive_attr;

/** Operations on two tensors, element by element. */
final class Pairs {
  private Pairs() {}

  /**
   * Adds a sum or a product to a program.
   *
   * @param b has as many elements as {@code a} in each dimension, or one
   * @param y receives the results; may be {@code a}, or {@code b} if that is as large
   */
  static void add(Program program, algorithm operation, Operand a, Operand b, Operand y) {
    add(program, operation, a, b, y, Program.attributes());
  }

  /**
   * The same.
   *
   * @param attributes what the primitive does behind the operation
   */
  static void add(
      Program program,
      algorithm operation,
      Operand a,
      Operand b,
      Operand y,
      primitive_attr attributes) {
    // oneDNN writes results over the first operand only.
    boolean isOverSecond = b.isSame(y) && !a.isSame(y);
    Operand first = isOverSecond ? b : a;
    Operand second = isOverSecond ? a : b;
    binary.primitive_desc desc =
        new binary.primitive_desc(
            program.cpu().engine(),
            operation,
            first.desc(),
            second.desc(),
            y.desc(),
            attributes,
            false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SRC_0, first.memory())
            .and(DNNL_ARG_SRC_1, second)
            .and(DNNL_ARG_DST, y);
    program.add(new binary(desc), desc, arguments);
  }
}
