package dev.weft.examples;

import dev.weft.runtime.tensor.DataType;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a network is put to work on. */
final class WorkOptions {
  private static final List<String> NAMES = List.of("--mode", "--batch", "--type");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private int batch;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "inference",
      description = "inference, or training: forward and backward; ${DEFAULT-VALUE}.")
  private Work.Mode mode;

  @Mixin private TypeOption type;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "1",
      description = "Images a run; ${DEFAULT-VALUE}.")
  void setBatch(int batch) {
    Arguments.require(spec, batch >= 1, "--batch", "at least 1", batch);
    this.batch = batch;
  }

  /** Those of these options that were given, by their names. */
  List<String> given() {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(NAMES::contains)
        .toList();
  }

  int batch() {
    return batch;
  }

  Work.Mode mode() {
    return mode;
  }

  DataType type() {
    return type.type();
  }
}
