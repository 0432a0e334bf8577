package dev.weft.processor;

import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.report.Report;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Writes the reports of the networks to the directory that the option {@code -Aweft.report=DIR}
 * names; without it, none.
 */
final class ReportFiles {
  private final Optional<Path> directory;
  private boolean hasFailed;

  /** Reports in a directory; none without one. */
  ReportFiles(Optional<Path> directory) {
    this.directory = directory;
  }

  /**
   * Writes the report of a network, or deletes an older one if the network has mistakes, so that
   * none describes a network that is no more.
   *
   * @param network the qualified name of the declaring interface
   * @return why it could not be written, the first time only
   */
  Optional<Problem> write(String network, Optional<Program> program) {
    if (directory.isEmpty() || hasFailed) {
      return Optional.empty();
    }
    Optional<Problem> failure =
        failure(directory.get(), network, program.map(known -> new Report(network, known)));
    hasFailed = failure.isPresent();
    return failure;
  }

  private static Optional<Problem> failure(
      Path directory, String network, Optional<Report> report) {
    try {
      replace(directory.resolve(network + ".txt"), report.map(Report::text));
      replace(directory.resolve(network + ".json"), report.map(Report::json));
      return Optional.empty();
    } catch (IOException cause) {
      return Optional.of(unwritable(directory.toString(), reason(cause)));
    }
  }

  private static void replace(Path file, Optional<String> text) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Files.createDirectories(file.getParent());
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.writeString(unfinished, text.get());
      move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(Exception cause) {
    if (cause instanceof FileAlreadyExistsException inTheWay) {
      return "`" + inTheWay.getFile() + "` is a file";
    }
    if (cause instanceof AccessDeniedException denied) {
      return "no permission for `" + denied.getFile() + "`";
    }
    if (cause instanceof NoSuchFileException missing) {
      return "there is no `" + missing.getFile() + "`";
    }
    return cause.getMessage();
  }

  /** The mistake of a directory that nothing can be written to. */
  static Problem unwritable(String directory, String reason) {
    return problem(
        "no report can be written to `"
            + directory
            + "` (-A"
            + OptionNames.REPORT
            + "): "
            + reason);
  }

  /** A mistake of the option that names the directory. */
  static Problem problem(String headline) {
    return new Problem(
        Code.REPORT_NOT_WRITTEN,
        null,
        null,
        headline,
        List.of(),
        List.of(
            new Problem.Fix(
                "name a directory that can be written to",
                "-A" + OptionNames.REPORT + "=build/weft",
                null)));
  }
}
