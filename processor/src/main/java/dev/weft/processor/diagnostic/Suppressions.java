package dev.weft.processor.diagnostic;

import dev.weft.dsl.problem.Severity;
import java.util.Set;

/**
 * The warnings that a declaration silences, beside those that its frames do.
 *
 * @param everywhere the codes silenced for the network as a whole
 */
public record Suppressions(Set<String> everywhere) {
  /** Stands for all codes. */
  public static final String ALL = "*";

  /** Copies the set. */
  public Suppressions {
    everywhere = Set.copyOf(everywhere);
  }

  /**
   * Whether this warning was silenced, by the network or a call that led there; errors never are.
   */
  public boolean silence(Located located) {
    if (located.problem().code().severity() == Severity.ERROR) {
      return false;
    }
    String code = located.problem().code().id();
    return contains(everywhere, code)
        || located.frames().stream().anyMatch(frame -> contains(frame.silenced(), code));
  }

  private static boolean contains(Set<String> codes, String code) {
    return codes.contains(ALL) || codes.contains(code);
  }
}
