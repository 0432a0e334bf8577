package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/**
 * A convolution, a dense layer or a batch normalisation, and what follows it at once, as one step
 * of inference. The batch normalisation is folded into the weights in front of it: with running
 * mean {@code m}, running variance {@code v}, scale {@code g} and offset {@code b},
 *
 * <pre>
 * g (W x - m) / sqrt(v + e) + b  =  (s W) x + (b - s m)   where s = g / sqrt(v + e)
 * </pre>
 *
 * <p>It computes with the parameters and statistics as they are when it runs.
 *
 * <pre>{@code
 * Fused block = kernels.fused(conv).batchNorm(norm).activation(relu);
 * block.forward(x, y);              // y = relu(norm(conv(x)))
 * block.forward(x, shortcut, y);    // y = relu(norm(conv(x)) + shortcut)
 * }</pre>
 */
public interface Fused {
  /** The same with a batch normalisation behind it, in inference. */
  Fused batchNorm(BatchNorm norm);

  /** The same with a function of each element of the sum behind it. */
  Fused activation(Elementwise function);

  /** Computes {@code y} from {@code x}; only of a batch normalisation may they share memory. */
  void forward(Tensor x, Tensor y);

  /**
   * The same, with {@code addend} added before the activation. {@code addend} may share {@code y}'s
   * memory; {@code x} may do so only if the first layer is a batch normalisation.
   */
  void forward(Tensor x, Tensor addend, Tensor y);
}
