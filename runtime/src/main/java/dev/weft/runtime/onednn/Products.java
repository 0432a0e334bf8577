package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import org.bytedeco.dnnl.matmul;

/** Products of matrices. */
final class Products {
  private Products() {}

  /** Adds {@code y = a b} to a program, or a product for each of several matrices. */
  static void add(Program program, Operand a, Operand b, Operand y) {
    matmul.primitive_desc desc =
        new matmul.primitive_desc(
            program.cpu().engine(), a.desc(), b.desc(), y.desc(), Program.attributes(), false);
    Arguments arguments =
        Arguments.of(DNNL_ARG_SRC, a.memory()).and(DNNL_ARG_WEIGHTS, b).and(DNNL_ARG_DST, y);
    program.add(new matmul(desc), desc, arguments);
  }
}
