package dev.weft.processor;

import java.util.Optional;

/**
 * The processor's own library, if the processor path lacks it. Looked at before anything of it is
 * used: the compiler would report no more than the name of a class.
 */
final class MissingJar {
  private static final String COORDINATES = "dev.weft:weft-dsl";
  private static final String PROBE = "dev.weft.dsl.Network";

  private MissingJar() {}

  /** The error that names the jar; empty if it is there. */
  static Optional<String> message() {
    return isThere()
        ? Optional.empty()
        : Optional.of(
            "[weft:incomplete-processor-path] the processor path lacks `"
                + PROBE
                + "`\n  fix: add to the processor path: "
                + COORDINATES);
  }

  private static boolean isThere() {
    try {
      Class.forName(PROBE, false, MissingJar.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError missing) {
      return false;
    }
  }
}
