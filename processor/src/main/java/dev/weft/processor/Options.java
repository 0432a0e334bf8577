package dev.weft.processor;

import dev.weft.dsl.Nearest;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.diagnostic.WarningLevel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the build asks of the processor with {@code -Aname=value}. */
final class Options {
  private final List<Problem> problems = new ArrayList<>();
  private final WarningLevel warnings;
  private final Optional<Path> report;
  private final List<Path> sources;

  /** The options of a compilation, in which one without a value, {@code -Aname}, is null. */
  Options(Map<String, String> values) {
    this.warnings =
        values.containsKey(OptionNames.WARNINGS)
            ? level(values.get(OptionNames.WARNINGS))
            : WarningLevel.WARN;
    this.report =
        values.containsKey(OptionNames.REPORT)
            ? report(values.get(OptionNames.REPORT))
            : Optional.empty();
    this.sources =
        values.containsKey(OptionNames.SOURCES)
            ? directories(values.get(OptionNames.SOURCES))
            : List.of();
  }

  /** How loud warnings are. */
  WarningLevel warnings() {
    return warnings;
  }

  /** The directory to write reports to; empty for none. */
  Optional<Path> report() {
    return report;
  }

  /** The directories of sources beside those of the networks. */
  List<Path> sources() {
    return sources;
  }

  /** What is wrong with the options, the first time that it is asked for. */
  List<Problem> takeProblems() {
    List<Problem> taken = List.copyOf(problems);
    problems.clear();
    return taken;
  }

  private WarningLevel level(String value) {
    Optional<WarningLevel> known = WarningLevel.named(String.valueOf(value));
    if (known.isEmpty()) {
      String given = value == null ? "has no value" : "is `" + value + "`";
      refuse(
          "the processor option `"
              + OptionNames.WARNINGS
              + "` "
              + given
              + ", but must be error, warn or none",
          "give it one of the three",
          "-A" + OptionNames.WARNINGS + "=" + nearestLevel(String.valueOf(value)));
    }
    return known.orElse(WarningLevel.WARN);
  }

  private static String nearestLevel(String value) {
    return Nearest.of(value, WarningLevel.names()).orElse("warn");
  }

  private Optional<Path> report(String value) {
    if (isBlank(value)) {
      problems.add(
          ReportFiles.problem("the option -A" + OptionNames.REPORT + " names no directory"));
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(value));
    } catch (InvalidPathException noPath) {
      problems.add(ReportFiles.unwritable(value, noPath.getMessage()));
      return Optional.empty();
    }
  }

  private List<Path> directories(String value) {
    if (isBlank(value)) {
      refuseSources("names no directory");
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    for (String each : value.split(Pattern.quote(File.pathSeparator))) {
      if (!each.isBlank()) {
        directory(each.strip()).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Path> directory(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        return Optional.of(path);
      }
      refuseSources("names `" + path + "`, which is no directory");
    } catch (InvalidPathException noPath) {
      refuseSources("names `" + name + "`, which is no path: " + noPath.getReason());
    }
    return Optional.empty();
  }

  private void refuseSources(String what) {
    refuse(
        "the processor option `" + OptionNames.SOURCES + "` " + what,
        "name directories that hold sources by their packages",
        "-A" + OptionNames.SOURCES + "=src/main/java");
  }

  private void refuse(String headline, String action, String edit) {
    Problem.Fix fix = new Problem.Fix(action, edit, null);
    problems.add(new Problem(Code.INVALID_ARGUMENT, null, null, headline, List.of(), List.of(fix)));
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }
}
