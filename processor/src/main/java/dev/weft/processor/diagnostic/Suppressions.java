package dev.weft.processor.diagnostic;

import dev.weft.dsl.problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The warnings that a declaration silences.
 *
 * @param everywhere the codes silenced for the network as a whole
 * @param inStage the codes silenced for what a stage declares, in helpers that it calls too
 */
public record Suppressions(Set<String> everywhere, Map<String, Set<String>> inStage) {
  /** Stands for all codes. */
  public static final String ALL = "*";

  /** Copies set and map. */
  public Suppressions {
    everywhere = Set.copyOf(everywhere);
    inStage = Map.copyOf(inStage);
  }

  /** Whether this warning was silenced; an error never is. */
  public boolean silence(Located located) {
    if (located.problem().code().severity() == Severity.ERROR) {
      return false;
    }
    String code = located.problem().code().id();
    return contains(everywhere, code) || contains(ofStage(located.frames()), code);
  }

  private static boolean contains(Set<String> codes, String code) {
    return codes.contains(ALL) || codes.contains(code);
  }

  /** The stage is the outermost of the calls, and the only one that nobody calls. */
  private Set<String> ofStage(List<Frame> frames) {
    return frames.isEmpty()
        ? Set.of()
        : inStage.getOrDefault(frames.get(frames.size() - 1).call(), Set.of());
  }
}
