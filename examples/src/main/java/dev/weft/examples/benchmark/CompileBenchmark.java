package dev.weft.examples.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures what the processor adds to the compilation of two deep networks: in a javac that has
 * just started, and in a compiler that is warm. Prints a table; judges nothing, since a machine
 * with other work, which its load shows, gives other times.
 */
public final class CompileBenchmark {
  private static final List<String> NETWORKS = List.of("ResNet152", "DenseNet201");
  private static final int FRESH_RUNS = 9;

  private final PrintStream out;
  private final Workplace workplace;

  private CompileBenchmark(PrintStream out, Workplace workplace) {
    this.out = out;
    this.workplace = workplace;
  }

  /** Measures, and prints to the standard output. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (Workplace workplace = new Workplace(NETWORKS)) {
      CompileBenchmark benchmark = new CompileBenchmark(System.out, workplace);
      benchmark.printMachine();
      benchmark.cold();
      benchmark.warm();
    }
  }

  private void printMachine() {
    out.printf(
        Locale.ROOT,
        "%s, %d processors, load %.1f; %s %s; Java %s, %s%n",
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version(),
        System.getProperty("java.vm.name"));
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      return System.getProperty("os.arch");
    }
  }

  private void cold() throws IOException, InterruptedException {
    FreshJavac without = FreshJavac.without(workplace, NETWORKS);
    FreshJavac with = FreshJavac.withWeft(workplace, NETWORKS);
    for (int i = 0; i < FRESH_RUNS; i++) {
      without.run();
      with.run();
    }
    double added = with.wall().median() - without.wall().median();
    double inProcessor = with.processor().median();
    out.printf(
        "%nA javac of its own for %s, %d runs by turns: the median, and from least to most%n",
        String.join(" and ", NETWORKS), FRESH_RUNS);
    out.printf("  without the processor               %s%n", without.wall());
    out.printf("  with it                             %s%n", with.wall());
    out.printf(Locale.ROOT, "  added                               %,8.0f ms%n", added);
    out.printf("    in the processor                  %s%n", with.processor());
    out.printf(
        Locale.ROOT,
        "    for %,d lines of generated code  %,8.0f ms%n",
        with.generatedLines(),
        added - inProcessor);
  }

  private void warm() throws IOException {
    out.printf(
        "%nIn the processor of a warm compiler, from the declaration to the written source%n");
    WarmCompiler compiler = new WarmCompiler(workplace);
    for (String network : NETWORKS) {
      out.printf("  %-34s  %s%n", network, compiler.measure(network));
    }
  }
}
