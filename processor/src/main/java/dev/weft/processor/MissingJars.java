package dev.weft.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the processor path lacks of the processor's own libraries. Looked at before anything of them
 * is used: where one is missing, the compiler would report no more than the name of a class.
 */
final class MissingJars {
  /** A jar, by its Maven coordinates, and one of its classes that the processor uses. */
  private record Jar(String coordinates, String probe) {}

  private static final List<Jar> JARS =
      List.of(
          new Jar("dev.weft:weft-dsl", "dev.weft.dsl.Network"),
          new Jar("com.google.auto:auto-common", "com.google.auto.common.MoreElements"),
          new Jar("com.google.guava:guava", "com.google.common.collect.ImmutableSet"));

  private MissingJars() {}

  /** The error that names the jars; empty if all are there. */
  static Optional<String> message() {
    List<Jar> missing = JARS.stream().filter(jar -> !isThere(jar.probe)).toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String classes =
        missing.stream().map(jar -> "`" + jar.probe + "`").collect(Collectors.joining(", "));
    String jars = missing.stream().map(Jar::coordinates).collect(Collectors.joining(", "));
    return Optional.of(
        "[weft:incomplete-processor-path] the processor path lacks "
            + classes
            + "\n  fix: add to the processor path: "
            + jars);
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, MissingJars.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError missing) {
      return false;
    }
  }
}
