package dev.weft.examples;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses arguments: the program tells why in a line. */
final class Arguments {
  private Arguments() {}

  /** What to throw for a wrong argument. */
  static ParameterException wrong(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * Checks the value of an option.
   *
   * @param expected what it must be: {@code above 0}
   * @throws ParameterException if it does not hold
   */
  static void require(
      CommandSpec spec, boolean holds, String option, String expected, Object found) {
    if (!holds) {
      throw wrong(spec, option + " must be " + expected + ", but is " + found);
    }
  }
}
