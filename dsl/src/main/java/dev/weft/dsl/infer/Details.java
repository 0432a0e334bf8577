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
    String reason =
        flow.producer() != null
            ? "from " + flow.producerName()
            : flow.shape().isKnown()
                ? "the network's input"
                : "behind the mistake in " + flow.producerName();
    return new Problem.Detail(label, flow.shape(), flow.producer(), reason);
  }
}
