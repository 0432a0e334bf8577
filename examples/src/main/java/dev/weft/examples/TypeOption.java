package dev.weft.examples;

import dev.weft.runtime.tensor.DataType;
import picocli.CommandLine.Option;

/** In which numbers a network computes. */
final class TypeOption {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "float",
      description =
          "float, double, or bfloat16, which is float where the processor has none;"
              + " ${DEFAULT-VALUE}.")
  private DataType type;

  DataType type() {
    return type;
  }
}
