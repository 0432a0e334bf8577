package dev.weft.examples.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code javac}, each time in a JVM of its own. */
final class FreshJavac {
  private final Workplace workplace;
  private final List<String> networks;
  private final List<String> options;
  private final Samples wall = new Samples();
  private final Samples processor = new Samples();
  private long generatedLines;

  private FreshJavac(Workplace workplace, List<String> networks, List<String> options) {
    this.workplace = workplace;
    this.networks = networks;
    this.options = options;
  }

  static FreshJavac without(Workplace workplace, List<String> networks) {
    return new FreshJavac(workplace, networks, List.of("-proc:none"));
  }

  static FreshJavac withWeft(Workplace workplace, List<String> networks) throws IOException {
    return new FreshJavac(
        workplace,
        networks,
        List.of(
            "-processorpath",
            Workplace.processorPath(),
            "-processor",
            TimedProcessor.class.getName()));
  }

  /** The wall times of the command. */
  Samples wall() {
    return wall;
  }

  /** The times within it that were spent in the processor. */
  Samples processor() {
    return processor;
  }

  long generatedLines() {
    return generatedLines;
  }

  void run() throws IOException, InterruptedException {
    Path out = workplace.fresh();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(options);
    command.addAll(List.of("-classpath", Workplace.classPath(), "-d", out.toString()));
    networks.forEach(network -> command.add(workplace.source(network).toString()));
    long start = System.nanoTime();
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = javac.waitFor();
    wall.add((System.nanoTime() - start) / 1e6);
    if (status != 0) {
      throw new IllegalStateException("javac failed: " + printed);
    }
    printed
        .lines()
        .filter(line -> line.startsWith(TimedProcessor.PREFIX))
        .mapToLong(line -> Long.parseLong(line.substring(TimedProcessor.PREFIX.length())))
        .forEach(nanoseconds -> processor.add(nanoseconds / 1e6));
    generatedLines = lines(out);
    Workplace.delete(out);
  }

  private static long lines(Path out) throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        lines += Files.readAllLines(file).size();
      }
    }
    return lines;
  }
}
