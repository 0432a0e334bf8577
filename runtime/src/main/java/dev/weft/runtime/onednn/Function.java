package dev.weft.runtime.onednn;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.LeakyReluOp;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.post_ops;

/**
 * A function of each element.
 *
 * @param forward oneDNN's name for it
 * @param backward its name for the derivative, from the output where that is enough
 * @param alpha its first parameter
 * @param beta its second parameter
 */
record Function(algorithm forward, algorithm backward, float alpha, float beta) {
  static Function of(ActivationOp op) {
    return switch (op.function()) {
      case RELU -> fromOutput(algorithm.eltwise_relu, algorithm.eltwise_relu_use_dst_for_bwd, 0, 0);
      case RELU6 ->
          fromOutput(algorithm.eltwise_clip_v2, algorithm.eltwise_clip_v2_use_dst_for_bwd, 0, 6);
      case TANH -> fromOutput(algorithm.eltwise_tanh, algorithm.eltwise_tanh_use_dst_for_bwd, 0, 0);
      case SIGMOID ->
          fromOutput(algorithm.eltwise_logistic, algorithm.eltwise_logistic_use_dst_for_bwd, 0, 0);
      case SWISH -> fromInput(algorithm.eltwise_swish, 1, 0);
      case HARD_SWISH -> fromInput(algorithm.eltwise_hardswish, 1 / 6f, 1 / 2f);
      case GELU -> fromInput(algorithm.eltwise_gelu_erf, 0, 0);
    };
  }

  static Function of(LeakyReluOp op) {
    return fromOutput(
        algorithm.eltwise_relu, algorithm.eltwise_relu_use_dst_for_bwd, (float) op.slope(), 0);
  }

  private static Function fromOutput(
      algorithm forward, algorithm backward, float alpha, float beta) {
    return new Function(forward, backward, alpha, beta);
  }

  private static Function fromInput(algorithm both, float alpha, float beta) {
    return new Function(both, both, alpha, beta);
  }

  /** Whether it is {@code max(x, 0)}. */
  boolean isRelu() {
    return forward == algorithm.eltwise_relu && alpha == 0;
  }

  /** Appends the function to what a primitive does behind its own work. */
  void appendTo(post_ops after) {
    after.append_eltwise(forward, alpha, beta);
  }

  /** Whether the derivative follows from the output. */
  boolean isDerivedFromOutput() {
    return forward != backward;
  }
}
