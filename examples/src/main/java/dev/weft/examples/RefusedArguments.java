package dev.weft.examples;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with the arguments in a line, and in another how to see those that there are.
 * The usage itself would be longer than a terminal and hide the message.
 */
final class RefusedArguments implements IParameterExceptionHandler {
  private final CommandLineText program;

  RefusedArguments(CommandLineText program) {
    this.program = program;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Main.PREFIX + message(problem));
    String name = command.getParent() == null ? "" : command.getCommandName();
    err.println("see " + program.toShowHelp(name));
    return Main.BAD_INPUT;
  }

  private static String message(ParameterException problem) {
    ArgSpec argument = problem.getArgSpec();
    if (argument != null && problem.getValue() != null) {
      String name =
          argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
      return name + " must be " + expected(argument.type()) + ", but is " + problem.getValue();
    }
    if (problem instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      List<String> nearest = unmatched.getSuggestions();
      return problem.getMessage()
          + (nearest.isEmpty() ? "" : "; the nearest is '" + nearest.get(0) + "'");
    }
    return problem.getMessage();
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(each -> each.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    if (type == Double.class || type == double.class) {
      return "a number";
    }
    return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a whole number" : "a path";
  }
}
