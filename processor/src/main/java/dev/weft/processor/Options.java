package dev.weft.processor;

import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.diagnostic.WarningLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the build asks of the processor with {@code -Aname=value}. */
final class Options {
  private static final String WARNINGS = "weft.warnings";

  /** The names of all options. */
  static final Set<String> NAMES = Set.of(WARNINGS);

  private final WarningLevel warnings;
  private Optional<Problem> problem;

  Options(Map<String, String> values) {
    // Without a value, `-Aweft.warnings`, there is a key all the same.
    String value = values.containsKey(WARNINGS) ? String.valueOf(values.get(WARNINGS)) : "warn";
    Optional<WarningLevel> known = WarningLevel.named(value);
    warnings = known.orElse(WarningLevel.WARN);
    problem = known.isPresent() ? Optional.empty() : Optional.of(refused(values.get(WARNINGS)));
  }

  private static Problem refused(String value) {
    String given = value == null ? "has no value" : "is `" + value + "`";
    return new Problem(
        Code.INVALID_ARGUMENT,
        null,
        null,
        "the processor option `" + WARNINGS + "` " + given + ", but must be error, warn or none",
        List.of(),
        List.of(new Problem.Fix("give it one of the three", "-A" + WARNINGS + "=warn", null)));
  }

  WarningLevel warnings() {
    return warnings;
  }

  /** What is wrong with the options, the first time that it is asked for. */
  Optional<Problem> takeProblem() {
    Optional<Problem> taken = problem;
    problem = Optional.empty();
    return taken;
  }
}
