package dev.weft.examples;

import java.util.Map;
import java.util.Optional;

/** What the program finds around it when it starts. */
final class Environment {
  private static final String THREADS = "OMP_NUM_THREADS";
  private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

  private Environment() {}

  /**
   * What is wrong with the environment's variables. ND4J's own words for it are a stack trace.
   *
   * @return a message for the user, or empty if nothing is
   */
  static Optional<String> fault(Map<String, String> variables) {
    String threads = variables.get(THREADS);
    if (threads == null || threads.matches("0*[1-9][0-9]{0,3}")) {
      return Optional.empty();
    }
    return Optional.of(
        "the environment variable "
            + THREADS
            + " must be a whole number from 1 to 9999, but is `"
            + threads
            + "`");
  }

  /** Lets warnings of the runtime's be lines like this program's own, without time and method. */
  static void shortenWarnings() {
    if (System.getProperty(LOG_FORMAT) == null) {
      System.setProperty(LOG_FORMAT, Main.PREFIX + "%5$s%n");
    }
  }
}
