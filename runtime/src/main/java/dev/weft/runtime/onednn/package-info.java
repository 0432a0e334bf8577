/**
 * Kernels made of oneDNN's primitives, for processors: float or bfloat16, activations in the order
 * {@code N x H x W x C}, a convolution and what follows it as one primitive. Each layer makes its
 * primitives when it first sees the tensors of a pass, and only runs them from then on.
 */
package dev.weft.runtime.onednn;
