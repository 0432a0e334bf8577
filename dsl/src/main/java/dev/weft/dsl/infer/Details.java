package dev.weft.dsl.infer;

import dev.weft.dsl.problem.Problem;

/** Lines that several messages share. */
final class Details {
  private Details() {}

  /** What a layer gets, and from where. */
  static Problem.Detail input(Flow input) {
    return side("input", input);
  }

  /** One side, with the layer it comes from. */
  static Problem.Detail side(String label, Flow flow) {
    return flow.producer() == null
        ? new Problem.Detail(label, flow.shape(), null, "the network's input")
        : new Problem.Detail(label, flow.shape(), flow.producer(), "from " + flow.producerName());
  }
}
