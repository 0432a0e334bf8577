package dev.weft.examples.speed;

import dev.weft.examples.contestant.Peer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A contestant in a JVM of its own. */
final class WorkerProcess implements AutoCloseable {
  private static final long SECONDS_TO_END = 20;

  private final String name;
  private final File log;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter requests;
  private final String first;
  private final double secondsToFirst;
  private long peakKilobytes;

  private WorkerProcess(Settings settings, String name, List<String> arguments)
      throws IOException {
    this.name = name;
    log = settings.folder().resolve("log.txt").toFile();
    List<String> command = new ArrayList<>(List.of(java()));
    // The same for all: no limit on native memory, of which libtorch would ask at every tensor.
    command.add("-Xmx2g");
    command.add("-Dorg.bytedeco.javacpp.maxbytes=0");
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    command.addAll(settings.accessOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(settings.threads()));
    // The threads of OpenBLAS, which libtorch and DL4J have beside OpenMP's, wait for more work in
    // a loop, usually for seconds: they would take their own program's time, and that of others.
    builder.environment().put("OPENBLAS_THREAD_TIMEOUT", "4");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log));
    long start = System.nanoTime();
    process = builder.start();
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    first = arguments.get(0).equals(Worker.PEAK) ? "" : answer();
    secondsToFirst = (System.nanoTime() - start) / 1e9;
  }

  /** Starts a contestant, and waits until it has computed once. */
  static WorkerProcess start(Settings settings, Peer peer, Case of) throws IOException {
    return new WorkerProcess(
        settings,
        peer.title() + " at " + of,
        List.of(
            peer.name(),
            of.network().name(),
            Integer.toString(of.batch()),
            of.mode().name(),
            settings.folder().toString(),
            Integer.toString(settings.threads())));
  }

  /** Starts one that multiplies matrices. */
  static WorkerProcess startPeak(Settings settings) throws IOException {
    return new WorkerProcess(settings, "the product of matrices", List.of(Worker.PEAK));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Why it cannot express the network; null if it can. */
  String unsupported() {
    return first.startsWith(Worker.UNSUPPORTED)
        ? first.substring(Worker.UNSUPPORTED.length())
        : null;
  }

  /** What it computed first. */
  double[] first() {
    return Arrays.stream(first.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** From the start of its process until it had computed something. */
  double secondsToFirst() {
    return secondsToFirst;
  }

  /** The seconds that so many calls take. */
  double run(int calls) throws IOException {
    requests.write(Integer.toString(calls));
    requests.newLine();
    requests.flush();
    String[] answer = answer().split(" ");
    peakKilobytes = Long.parseLong(answer[1]);
    return Long.parseLong(answer[0]) / 1e9;
  }

  long peakMegabytes() {
    return Math.round(peakKilobytes / 1024.0);
  }

  private String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(Worker.ANSWER)) {
        return line.substring(Worker.ANSWER.length());
      }
    }
    throw new IOException(name + " ended before it answered; " + log + " says why");
  }

  @Override
  public void close() throws IOException {
    requests.close();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
