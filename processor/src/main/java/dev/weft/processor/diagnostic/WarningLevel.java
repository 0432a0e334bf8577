package dev.weft.processor.diagnostic;

import dev.weft.dsl.problem.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;

/** How loud warnings are. */
public enum WarningLevel {
  /** As errors. */
  ERROR,
  /** As warnings. */
  WARN,
  /** Not at all. */
  NONE;

  /** The level of this name, in lower case. */
  public static Optional<WarningLevel> named(String name) {
    return Arrays.stream(values()).filter(level -> level.option().equals(name)).findFirst();
  }

  /** The names of all levels, in lower case. */
  public static List<String> names() {
    return Arrays.stream(values()).map(WarningLevel::option).toList();
  }

  private String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a problem is printed at this level; empty if it is not. */
  Optional<Diagnostic.Kind> kindOf(Severity severity) {
    if (severity == Severity.ERROR || this == ERROR) {
      return Optional.of(Diagnostic.Kind.ERROR);
    }
    return this == WARN ? Optional.of(Diagnostic.Kind.WARNING) : Optional.empty();
  }
}
