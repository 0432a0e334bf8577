package dev.weft.examples;

import dev.weft.runtime.model.NetworkType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The network that a command is about. */
final class NetworkArgument {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      description = "One that the command networks lists, or a generated class of your own.")
  private String name;

  /** As it was given. */
  String name() {
    return name;
  }

  /**
   * The network.
   *
   * @throws ParameterException if there is none of that name
   */
  NetworkType<?> type() {
    return Networks.find(name)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), Networks.unknown(name)));
  }
}
