package dev.weft.examples;

import dev.weft.dsl.op.Op;
import dev.weft.runtime.observe.LayerCall.Part;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Which kernel computes which layer, as text. */
final class KernelReport {
  private final Work.Mode mode;

  KernelReport(Work.Mode mode) {
    this.mode = mode;
  }

  /** Prints a line for each layer that was computed. */
  void print(LayerTimes calls, PrintStream out) {
    boolean isTraining = mode == Work.Mode.TRAINING;
    TextTable table =
        isTraining
            ? new TextTable("layer", "operation", "forward by", "backward by")
            : new TextTable("layer", "operation", "computed by");
    for (LayerTimes.Layer layer : calls.layers()) {
      String operation =
          layer.parts().stream().map(Part::op).map(Op::describe).collect(Collectors.joining(" + "));
      String forward = layer.in(Work.Pass.FORWARD).implementation();
      String backward = layer.in(Work.Pass.BACKWARD).implementation();
      if (isTraining) {
        table.add(layer.name(), operation, forward, backward);
      } else {
        table.add(layer.name(), operation, forward);
      }
    }
    table.print(out);
  }
}
