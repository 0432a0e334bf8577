package dev.weft.runtime.onednn;

import org.bytedeco.dnnl.primitive_attr;

/** A layer that multiplies by weights, and can do what follows it at once. */
interface Linear {
  /**
   * Adds its forward primitive to a program.
   *
   * @param norm a normalisation behind it that is folded into weights and bias, or null
   * @param attributes what the primitive does behind the product
   * @param arguments what that needs
   */
  void addTo(
      Program program,
      Operand x,
      Operand y,
      DnnlBatchNorm norm,
      primitive_attr attributes,
      Arguments arguments);
}
