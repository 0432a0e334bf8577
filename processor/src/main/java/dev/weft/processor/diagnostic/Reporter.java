package dev.weft.processor.diagnostic;

import dev.weft.dsl.Declared;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem.Fix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * Prints the mistakes of one network and the warnings about it, each once: a helper that fails in
 * the same way in several calls is one mistake, reported at its first failing call.
 */
public final class Reporter {
  /** javac itself stops at 100 errors for the whole build. */
  private static final int MOST_MESSAGES = 40;

  private static final int MOST_ELSEWHERE = 6;

  /** What makes two messages the same mistake. */
  public record Spot(Place place, Code code) {}

  private final Origins origins;
  private final MessageFormatter formatter;
  private final WarningLevel warnings;
  private final Set<Spot> printed;
  private boolean hadErrors;

  /**
   * A reporter for the network whose layers come from {@code origins}.
   *
   * @param printed what was printed for other networks, of which this one may contain some
   */
  public Reporter(Origins origins, WarningLevel warnings, Set<Spot> printed) {
    this.origins = origins;
    this.formatter = new MessageFormatter(origins);
    this.warnings = warnings;
    this.printed = printed;
  }

  /** Prints the mistakes and warnings in their order. */
  public void report(List<Located> problems) {
    Map<Diagnostic.Kind, Integer> counts = new EnumMap<>(Diagnostic.Kind.class);
    for (List<Located> same : mistakes(problems)) {
      Optional<Diagnostic.Kind> kind = kindOf(same.get(0));
      hadErrors |= kind.filter(Diagnostic.Kind.ERROR::equals).isPresent();
      if (kind.isPresent()
          && printed.add(spot(same.get(0)))
          && counts.merge(kind.get(), 1, Integer::sum) <= MOST_MESSAGES) {
        print(same, kind.get());
      }
    }
    counts.forEach((kind, count) -> printRest(kind, count - MOST_MESSAGES, problems.get(0)));
  }

  private Optional<Diagnostic.Kind> kindOf(Located located) {
    return warnings.kindOf(located.problem().code().severity());
  }

  private static void printRest(Diagnostic.Kind kind, int unprinted, Located first) {
    if (unprinted > 0) {
      String what = kind == Diagnostic.Kind.ERROR ? "mistake" : "warning";
      first.place().print(kind, "[weft] and " + Counts.of(unprinted, "more " + what));
    }
  }

  /** Whether anything was wrong; a warning is not, unless the level says so. */
  public boolean hadErrors() {
    return hadErrors;
  }

  private static Spot spot(Located problem) {
    return new Spot(problem.place(), problem.problem().code());
  }

  private static Collection<List<Located>> mistakes(List<Located> problems) {
    Map<Spot, List<Located>> grouped = new LinkedHashMap<>();
    for (Located problem : problems) {
      grouped.computeIfAbsent(spot(problem), spot -> new ArrayList<>()).add(problem);
    }
    return grouped.values();
  }

  private void print(List<Located> same, Diagnostic.Kind kind) {
    Located first = same.get(0);
    String message = formatter.format(first, elsewhere(same), areAlike(same));
    first.place().print(kind, message);
  }

  /** Whether everything made where a mistake stands has it, and needs the same edits. */
  private boolean areAlike(List<Located> same) {
    Declared at = same.get(0).problem().at();
    int made = origins.of(at).map(origin -> origins.countAt(origin.place())).orElse(0);
    Set<Declared> failed = Collections.newSetFromMap(new IdentityHashMap<>());
    same.forEach(each -> failed.add(each.problem().at()));
    Stream<List<String>> edits =
        same.stream().map(each -> each.problem().fixes().stream().map(Fix::edit).toList());
    return made <= failed.size() && edits.distinct().count() == 1;
  }

  private static List<String> elsewhere(List<Located> same) {
    Set<String> names = new LinkedHashSet<>();
    List<Frame> first = same.get(0).frames();
    for (Located other : same.subList(1, same.size())) {
      firstDifference(first, other.frames()).ifPresent(names::add);
    }
    List<String> shown = new ArrayList<>(names);
    if (shown.size() > MOST_ELSEWHERE) {
      int more = shown.size() - MOST_ELSEWHERE;
      shown = new ArrayList<>(shown.subList(0, MOST_ELSEWHERE));
      shown.add(more + " more");
    }
    return shown;
  }

  /** The stage if it is another one, else the innermost call that differs. */
  private static Optional<String> firstDifference(List<Frame> first, List<Frame> other) {
    if (other.isEmpty()) {
      return Optional.empty();
    }
    Frame stage = other.get(other.size() - 1);
    if (first.isEmpty() || !first.get(first.size() - 1).equals(stage)) {
      return Optional.of(stage.call());
    }
    for (int i = 0; i < other.size(); i++) {
      // The same call with the same values elsewhere in a stage is nothing new.
      if (i >= first.size() || !first.get(i).call().equals(other.get(i).call())) {
        return Optional.of(other.get(i).call());
      }
    }
    return Optional.empty();
  }
}
