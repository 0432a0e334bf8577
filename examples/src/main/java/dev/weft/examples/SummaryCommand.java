package dev.weft.examples;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft summary NETWORK}. */
@Command(
    name = "summary",
    description = "Shows the layers of a network.",
    mixinStandardHelpOptions = true)
final class SummaryCommand implements Callable<Integer> {
  private final PrintStream out;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "One that the command networks lists.")
  private String network;

  SummaryCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    out.println(
        Networks.find(network)
            .orElseThrow(
                () -> new ParameterException(spec.commandLine(), Networks.unknown(network)))
            .summary());
    return 0;
  }
}
