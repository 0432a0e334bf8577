package dev.weft.examples;

import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.NetworkType;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weft summary NETWORK}. */
@Command(
    name = "summary",
    description = "Shows the layers of a network.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SummaryCommand implements Callable<Integer> {
  private final PrintStream out;

  @Spec private CommandSpec spec;

  @Mixin private NetworkArgument network;

  @Option(
      names = "--kernels",
      paramLabel = "KERNELS",
      arity = "0..1",
      fallbackValue = "auto",
      description =
          "Also runs the network and shows what computes each layer: auto, nd4j or onednn; auto if"
              + " nothing is said.")
  private KernelChoice kernels;

  @Mixin private WorkOptions options;

  SummaryCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    NetworkType<?> type = network.type();
    if (kernels == null && !options.given().isEmpty()) {
      throw Arguments.wrong(
          spec,
          options.given().get(0)
              + " is for a network that is run, which summary does with --kernels only: give that, too");
    }
    out.println(type.summary());
    if (kernels != null) {
      LayerTimes calls = new LayerTimes();
      new Work(type, options, kernels, calls).run(calls::begin);
      out.println();
      new KernelReport(options.mode()).print(calls, out);
    }
    return 0;
  }
}
