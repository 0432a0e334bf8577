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

/** {@code weft profile NETWORK}. */
@Command(
    name = "profile",
    description =
        "Shows how long each layer of a network takes on random images, beside the line of its"
            + " declaration: the fastest of several runs, and the share of the speed at which this"
            + " machine multiplies large matrices. Training is a forward and a backward pass,"
            + " without the optimizer.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ProfileCommand implements Callable<Integer> {
  private static final int RUNS_TO_WARM_UP = 3;

  private final PrintStream out;

  @Spec private CommandSpec spec;

  @Mixin private NetworkArgument network;

  @Mixin private WorkOptions options;

  @Option(
      names = "--kernels",
      paramLabel = "KERNELS",
      defaultValue = "auto",
      description = "auto, nd4j or onednn; ${DEFAULT-VALUE}.")
  private KernelChoice kernels;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often the network runs after a few runs to warm up; ${DEFAULT-VALUE}.")
  private int runs;

  ProfileCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    Arguments.require(spec, runs >= 1, "--runs", "at least 1", runs);
    NetworkType<?> type = network.type();
    LayerTimes times = new LayerTimes();
    Work work = new Work(type, options, kernels, times);
    for (int run = 0; run < RUNS_TO_WARM_UP; run++) {
      work.run(times::begin);
    }
    times.restart();
    double peak = MatrixMultiplyPeak.measure(work.dataType());
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      work.run(times::begin);
      fastest = Math.min(fastest, System.nanoTime() - start);
      times.endRun();
    }
    // Once more, for the machine may have had other work before.
    peak = Math.max(peak, MatrixMultiplyPeak.measure(work.dataType()));
    new ProfileReport(type, options, work.dataType(), runs, peak).print(times, fastest / 1e9, out);
    return 0;
  }
}
