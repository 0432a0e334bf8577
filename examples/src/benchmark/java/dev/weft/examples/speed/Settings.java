package dev.weft.examples.speed;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * What all measurements have in common.
 *
 * @param folder where the networks' files are written to
 * @param threads how many threads each contestant may use
 * @param rounds how many turns each contestant has at least, unless it is slow
 */
record Settings(Path folder, int threads, int rounds) {
  /** The options of this JVM that let it load native libraries without warnings. */
  List<String> accessOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            option ->
                option.startsWith("--enable-native-access")
                    || option.startsWith("--sun-misc-unsafe")
                    || option.startsWith("-XX:+IgnoreUnrecognized"))
        .toList();
  }
}
