package dev.weft.examples;

import dev.weft.dsl.Extent;
import dev.weft.dsl.problem.Counts;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.tensor.DataType;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code weft networks}. */
@Command(
    name = "networks",
    description = {
      "Lists the networks of the collection: their input, parameters, multiply-adds for one image,"
          + " what one element of the last feature map sees, and what the buffers take for one image"
          + " in inference and in training."
    },
    mixinStandardHelpOptions = true)
final class NetworksCommand implements Callable<Integer> {
  private static final String FORMAT =
      "%-" + Networks.longestName() + "s  %11s  %11s  %14s  %9s  %9s  %9s%n";

  private final PrintStream out;

  NetworksCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    out.printf(FORMAT, "network", "input", "parameters", "MACs", "sees", "inference", "training");
    for (NetworkType<?> network : Networks.ALL) {
      out.printf(
          Locale.ROOT,
          FORMAT,
          Networks.name(network),
          network.input().compact(),
          Counts.number(network.parameters()),
          Counts.number(network.macs()),
          network.receptiveField().map(Extent::toString).orElse("-"),
          megabytes(network.inferenceBytes(1, DataType.FLOAT)),
          megabytes(network.trainingBytes(1, DataType.FLOAT)));
    }
    return 0;
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
