package dev.weft.dsl.plan;

import java.util.List;

/**
 * The steps of one way through a network, and its memory.
 *
 * @param forward the steps to the output
 * @param backward the steps to the gradients; none in inference
 * @param input the network's input
 * @param output the network's output
 * @param outputGradient what the loss hands in; null in inference
 * @param inputGradient the gradient of the network's input; null in inference, and where what is
 *     frozen stands between the input and all that is trained
 * @param sideOutputs the outputs of auxiliary heads; none in inference
 * @param memory where each value lives
 */
public record Pass(
    List<Step> forward,
    List<Step> backward,
    Value input,
    Value output,
    Value outputGradient,
    Value inputGradient,
    List<SideOutput> sideOutputs,
    Memory memory) {
  /**
   * The output of an auxiliary head.
   *
   * @param output its value
   * @param gradient what its loss hands in
   * @param weight the weight of its loss
   */
  public record SideOutput(Value output, Value gradient, double weight) {}

  /** Copies the lists. */
  public Pass {
    forward = List.copyOf(forward);
    backward = List.copyOf(backward);
    sideOutputs = List.copyOf(sideOutputs);
  }
}
