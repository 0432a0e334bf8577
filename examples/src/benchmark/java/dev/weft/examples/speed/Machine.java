package dev.weft.examples.speed;

import dev.weft.examples.MatrixProduct;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine.
 *
 * @param description processor, threads, memory, Java, and how busy it was with other work
 * @param gigaflops what it achieves in the product of large matrices by oneDNN's {@code matmul}
 */
record Machine(String description, double gigaflops) {
  private static final int RUNS = 20;
  private static final String CPU_INFO = "/proc/cpuinfo";

  /** Measures it. */
  static Machine measure(Settings settings) throws IOException {
    double best = Double.POSITIVE_INFINITY;
    try (WorkerProcess worker = WorkerProcess.startPeak(settings)) {
      for (int i = 0; i < RUNS; i++) {
        best = Math.min(best, worker.run(1));
      }
    }
    return new Machine(describe(settings), MatrixProduct.operations() / best / 1e9);
  }

  /** The same machine at its best of two measurements. */
  Machine or(Machine other) {
    return new Machine(description, Math.max(gigaflops, other.gigaflops));
  }

  private static String describe(Settings settings) {
    return String.format(
        Locale.ROOT,
        "%s with %s, threads used: %d, %s of memory, %s, Java %s, load average %.1f at the start",
        field(CPU_INFO, "model name", System.getProperty("os.arch")),
        vectors(),
        settings.threads(),
        memory(),
        System.getProperty("os.name"),
        Runtime.version().feature(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String vectors() {
    String flags = field(CPU_INFO, "flags", "");
    String known =
        Stream.of("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16")
            .filter(Arrays.asList(flags.split(" "))::contains)
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "unknown vector instructions" : known;
  }

  private static String memory() {
    String total = field("/proc/meminfo", "MemTotal", "0 kB").replaceAll("\\D", "");
    return Math.round(Long.parseLong(total) / 1048576.0) + " GiB";
  }

  private static String field(String file, String name, String otherwise) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException notLinux) {
      return otherwise;
    }
  }
}
