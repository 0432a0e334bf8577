package dev.weft.processor.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of another release than the one that runs the tests.
 *
 * @param home where it is
 * @param release its feature release
 */
public record OtherJdk(Path home, int release) {
  /** What to do where none is found. */
  public static final String HOW_TO_NAME_ONE =
      "no JDK of another release lies beside this one; -Dweft.jdk=DIR names one";

  private static final int OLDEST = 17;
  private static final Pattern RELEASE = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  /** The one that {@code -Dweft.jdk} names, else the newest beside the running one. */
  public static Optional<OtherJdk> find() throws IOException {
    String named = System.getProperty("weft.jdk");
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> homes =
        named != null ? Stream.of(Path.of(named)) : Files.list(own.getParent())) {
      return homes
          .map(OtherJdk::at)
          .flatMap(Optional::stream)
          .filter(jdk -> jdk.release >= OLDEST && jdk.release != Runtime.version().feature())
          .max(Comparator.comparingInt(OtherJdk::release));
    }
  }

  private static Optional<OtherJdk> at(Path home) {
    try {
      Matcher release = RELEASE.matcher(Files.readString(home.resolve("release")));
      boolean isJdk = Files.exists(home.resolve("lib/modules")) && hasJavac(home);
      return isJdk && release.find()
          ? Optional.of(new OtherJdk(home, Integer.parseInt(release.group(1))))
          : Optional.empty();
    } catch (IOException noJdk) {
      return Optional.empty();
    }
  }

  private static boolean hasJavac(Path home) {
    return Files.exists(home.resolve("bin/javac")) || Files.exists(home.resolve("bin/javac.exe"));
  }

  /** Runs its javac, and returns what it prints. */
  public String javac(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/javac").toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }
}
