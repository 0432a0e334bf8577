package dev.weft.examples;

import dev.weft.runtime.checkpoint.CheckpointException;
import dev.weft.runtime.data.BadDataException;
import dev.weft.runtime.image.UnreadableImageException;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.model.BatchTooLargeException;
import dev.weft.runtime.train.DivergedException;
import dev.weft.runtime.train.ProgressDisplay;
import dev.weft.runtime.weights.WeightsException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code weft}: shows, measures and trains the networks of the collection. */
@Command(
    name = "weft",
    description = "Shows, measures and trains networks that were declared with Weft.",
    mixinStandardHelpOptions = true,
    version = "weft 0.1.0")
public final class Main implements Runnable {
  /** A failure that the arguments could not foretell, such as a training that diverges. */
  private static final int FAILED = 1;

  /** Wrong arguments, or wrong files. */
  static final int BAD_INPUT = 2;

  /** What each message begins with. */
  static final String PREFIX = "weft: ";

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the program and ends the process with its exit status. */
  public static void main(String[] args) {
    Optional<String> fault = Environment.fault(System.getenv());
    if (fault.isPresent()) {
      System.err.println(PREFIX + fault.get());
      System.exit(BAD_INPUT);
    }
    Environment.shortenWarnings();
    System.exit(run(System.out, System.err, ProgressDisplay.onStandardOutput(), args));
  }

  /**
   * Runs the program.
   *
   * @return the exit status: 0, or 1 if training failed, or 2 for wrong arguments or bad data
   */
  static int run(PrintStream out, PrintStream err, ProgressDisplay display, String... args) {
    return new CommandLine(new Main())
        .addSubcommand(new NetworksCommand(out))
        .addSubcommand(new SummaryCommand(out))
        .addSubcommand(new ProfileCommand(out))
        .addSubcommand(new TrainCommand(out, display))
        .addSubcommand(new EvaluateCommand(out))
        .addSubcommand(new PredictCommand(out))
        .addSubcommand(new PreviewCommand(out))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setParameterExceptionHandler(new RefusedArguments(CommandLineText.ofThisProgram()))
        .setExecutionExceptionHandler((e, command, result) -> fail(err, e, command))
        .execute(args);
  }

  private static int fail(PrintStream err, Exception problem, CommandLine command)
      throws Exception {
    if (problem instanceof UncheckedIOException unchecked) {
      return fail(err, unchecked.getCause(), command);
    }
    if (problem instanceof BadDataException
        || problem instanceof CheckpointException
        || problem instanceof WeightsException
        || problem instanceof BatchTooLargeException
        || problem instanceof BatchTooSmallException
        || problem instanceof UnusableOptionsException) {
      err.println(PREFIX + problem.getMessage() + remedy(problem, command));
      return BAD_INPUT;
    }
    if (problem instanceof DivergedException || problem instanceof IOException) {
      err.println(PREFIX + problem.getMessage());
      return FAILED;
    }
    throw problem;
  }

  private static String remedy(Exception problem, CommandLine command) {
    boolean canSkip = command.getCommandSpec().findOption(UnreadableOption.NAME) != null;
    return canSkip && problem.getCause() instanceof UnreadableImageException
        ? "; " + UnreadableOption.NAME + " leaves out such files"
        : "";
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "missing the command: networks, summary, profile, train, evaluate, predict"
            + " or preview");
  }
}
