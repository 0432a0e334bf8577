package dev.weft.runtime.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What Linux tells of its memory, and of that of the control groups that a process is in. */
final class LinuxMemory {
  static final String MACHINE = "the machine's memory";

  private static final int BYTES_IN_A_KB = 1024;

  private final Path root;

  /**
   * The memory by the files of a machine.
   *
   * @param root where {@code proc} and {@code sys} are
   */
  LinuxMemory(Path root) {
    this.root = root;
  }

  /** What is left; empty if this is no Linux. */
  Optional<Room> available() {
    OptionalLong machine = valueOf("MemAvailable:", root.resolve("proc/meminfo"));
    if (machine.isEmpty()) {
      return Optional.empty();
    }
    Room whole = new Room(machine.getAsLong() * BYTES_IN_A_KB, MACHINE);
    return Optional.of(
        lines(root.resolve("proc/self/cgroup")).stream()
            .flatMap(this::groups)
            .reduce(whole, Room::least));
  }

  /** What the groups of a hierarchy allow, from a line {@code 4:memory:/user/7}. */
  private Stream<Room> groups(String line) {
    String[] parts = line.split(":", 3);
    Path all = root.resolve("sys/fs/cgroup");
    if (parts.length == 3 && parts[1].isEmpty()) {
      return withParents(all, parts[2])
          .flatMap(dir -> left(dir, "memory.max", "memory.current", "inactive_file").stream());
    }
    if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
      return withParents(all.resolve("memory"), parts[2])
          .flatMap(
              dir ->
                  left(dir, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
                      .stream());
    }
    return Stream.empty();
  }

  /** A container may see its own group as the uppermost one, or by a path that it does not see. */
  private static Stream<Path> withParents(Path top, String group) {
    Path lowest = top.resolve(group.replaceFirst("^/+", "")).normalize();
    return Stream.iterate(lowest, dir -> dir.startsWith(top), Path::getParent);
  }

  /** The limit less what is used, but for files that are only cached. */
  private static Optional<Room> left(Path dir, String limit, String used, String cached) {
    OptionalLong most = number(dir.resolve(limit));
    OptionalLong now = number(dir.resolve(used));
    if (most.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    long returned = valueOf(cached + " ", dir.resolve("memory.stat")).orElse(0);
    return Optional.of(
        new Room(
            most.getAsLong() - now.getAsLong() + returned,
            "the limit of the control group, " + dir.resolve(limit)));
  }

  /** The number in a file; empty if there is none, as for the limit {@code max}. */
  private static OptionalLong number(Path file) {
    return lines(file).stream()
        .filter(LinuxMemory::isNumber)
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  /** The number of a line, {@code MemAvailable: 4096 kB}. */
  private static OptionalLong valueOf(String key, Path file) {
    return lines(file).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip().split(" ")[0])
        .filter(LinuxMemory::isNumber)
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }

  private static List<String> lines(Path file) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException | UncheckedIOException gone) {
      // A group may be left between the two calls; then it bounds nothing.
      return List.of();
    }
  }
}
