package dev.weft.runtime.tensor;

/** A piece of memory that a plan uses for different tensors at different times. */
public interface Buffer {
  /** The first elements of this buffer as a tensor; tensors of one buffer share memory. */
  Tensor view(long... dims);
}
