package dev.weft.examples.speed;

import dev.weft.examples.contestant.Assignment;
import dev.weft.examples.contestant.Contestant;
import dev.weft.examples.contestant.Entrant;
import dev.weft.examples.MatrixProduct;
import dev.weft.runtime.tensor.DataType;
import dev.weft.examples.contestant.Mode;
import dev.weft.examples.contestant.Peer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The JVM of one contestant: makes it ready, says what it computed first, and then computes as
 * often as a line of the standard input asks for. {@link WorkerProcess} is the other end.
 */
final class Worker {
  /** How its answers begin, to be told from whatever libraries print. */
  static final String ANSWER = "weft-benchmark ";

  /** What begins the answer that it cannot express the network. */
  static final String UNSUPPORTED = "unsupported ";

  /** In place of a contestant: the product of matrices. */
  static final String PEAK = "peak";

  private static final int CHECKED_STEPS = 2;

  private Worker() {}

  /** Started with a contestant, a network, a batch, a mode, a folder and a number of threads. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals(PEAK)) {
      serve(new MatrixProduct(DataType.FLOAT)::run);
      return;
    }
    Peer peer = Peer.valueOf(args[0]);
    Mode mode = Mode.valueOf(args[3]);
    Assignment assignment =
        new Assignment(
            Entrant.valueOf(args[1]),
            Integer.parseInt(args[2]),
            mode,
            Path.of(args[4]),
            Integer.parseInt(args[5]));
    try {
      Contestant contestant = peer.prepare(assignment);
      answer(first(contestant, mode));
      serve(mode == Mode.TRAINING ? contestant::step : contestant::predict);
    } catch (UnsupportedOperationException reason) {
      answer(UNSUPPORTED + reason.getMessage());
    }
  }

  /** The output of inference, or the losses of the first steps. */
  private static String first(Contestant contestant, Mode mode) {
    if (mode == Mode.TRAINING) {
      return IntStream.range(0, CHECKED_STEPS)
          .mapToObj(i -> Double.toString(contestant.step()))
          .collect(Collectors.joining(" "));
    }
    StringBuilder text = new StringBuilder();
    for (float value : contestant.output()) {
      text.append(value).append(' ');
    }
    return text.toString();
  }

  private static void serve(Runnable work) throws IOException {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      int calls = Integer.parseInt(line);
      long start = System.nanoTime();
      for (int i = 0; i < calls; i++) {
        work.run();
      }
      answer(System.nanoTime() - start + " " + peakKilobytes());
    }
  }

  private static void answer(String text) {
    System.out.println(ANSWER + text);
    System.out.flush();
  }

  private static long peakKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(Arrays.asList(line.split("\\s+")).get(1)))
          .findFirst()
          .orElse(0);
    }
  }
}
