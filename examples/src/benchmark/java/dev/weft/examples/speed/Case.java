package dev.weft.examples.speed;

import dev.weft.examples.contestant.Entrant;
import dev.weft.examples.contestant.Mode;

/** One thing to be measured. */
record Case(Entrant network, int batch, Mode mode) {
  /** Floating-point operations: two for each multiply-add of convolutions and dense layers. */
  double operations() {
    return 2.0 * network.type().macs() * batch * mode.passes();
  }

  /** Whether two training steps from the same weights are the same. */
  boolean isDeterministic() {
    return !network.type().summary().matches("(?s).*\\bdrop(out|Path)\\b.*");
  }

  @Override
  public String toString() {
    return network.title() + ", " + mode + ", batch " + batch;
  }
}
