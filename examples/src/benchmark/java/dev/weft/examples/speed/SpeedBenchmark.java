package dev.weft.examples.speed;

import dev.weft.examples.contestant.Entrant;
import dev.weft.examples.contestant.Mode;
import dev.weft.examples.contestant.Peer;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Weft and its peers, and prints tables in Markdown. */
@Command(
    name = "benchmark",
    description = "Measures how fast Weft and others compute the same networks.",
    mixinStandardHelpOptions = true)
public final class SpeedBenchmark implements Callable<Integer> {
  private static final int DEVIATES = 3;

  private final PrintStream out = System.out;

  @Option(names = "--networks", split = ",", description = "of ${COMPLETION-CANDIDATES}")
  private List<Entrant> networks = List.of(Entrant.values());

  @Option(names = "--batches", split = ",", description = "images at once (${DEFAULT-VALUE})")
  private List<Integer> batches = List.of(1, 8, 32);

  @Option(names = "--mode", split = ",", description = "of ${COMPLETION-CANDIDATES}")
  private List<Mode> modes = List.of(Mode.values());

  @Option(names = "--peers", split = ",", description = "of ${COMPLETION-CANDIDATES}")
  private List<Peer> peers = List.of(Peer.values());

  @Option(names = "--threads", description = "of each (all processors)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--rounds", description = "turns of each of a pair (${DEFAULT-VALUE})")
  private int rounds = 6;

  @Option(names = "--no-extras", description = "without an epoch of LeNet-5 and first predictions")
  private boolean noExtras;

  @Option(names = "--write-readme", description = "write the tables into this file, too")
  private Path readme;

  @Option(names = "--reports", required = true, description = "where the processor's reports are")
  private Path reports;

  @Option(names = "--folder", required = true, description = "for files of networks")
  private Path folder;

  private SpeedBenchmark() {}

  /** Runs the benchmark; exits with 3 if a peer computes something else. */
  public static void main(String[] args) {
    CommandLine commandLine =
        new CommandLine(new SpeedBenchmark()).setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.registerConverter(Peer.class, SpeedBenchmark::peer);
    commandLine.setExecutionExceptionHandler(
        (problem, command, result) -> {
          if (problem instanceof DeviationException) {
            System.err.println("benchmark: " + problem.getMessage());
            return DEVIATES;
          }
          throw problem;
        });
    System.exit(commandLine.execute(args));
  }

  private static Peer peer(String name) {
    for (Peer peer : Peer.values()) {
      if (peer.toString().equals(name)) {
        return peer;
      }
    }
    throw new CommandLine.TypeConversionException("there is no peer '" + name + "': " + List.of(Peer.values()));
  }

  @Override
  public Integer call() throws Exception {
    batches.forEach(batch -> requirePositive("--batches", batch));
    requirePositive("--threads", threads);
    requirePositive("--rounds", rounds);
    Files.createDirectories(folder);
    Settings settings = new Settings(folder.toAbsolutePath(), threads, rounds);
    Machine machine = Machine.measure(settings);
    out.printf("%s%n", machine.description());
    List<Peer> others = peers.stream().filter(peer -> peer != Peer.WEFT).toList();
    List<Figure> figures = new ArrayList<>();
    List<String> extras = new ArrayList<>();
    Preparation preparation = new Preparation(settings, reports);
    for (Entrant network : networks) {
      preparation.prepare(network);
      Match match = new Match(settings, out);
      for (Case of : cases(network)) {
        List<Figure> ofCase = match.play(of, others);
        ofCase.forEach(figure -> out.println(Tables.line(figure)));
        figures.addAll(ofCase);
      }
      if (!noExtras) {
        extras.addAll(Extras.of(network, settings, others));
      }
      preparation.remove(network);
    }
    Tables tables = new Tables(machine.or(Machine.measure(settings)), figures, others, extras);
    out.println();
    out.println(tables.markdown());
    if (readme != null) {
      Readme.write(readme, tables.markdown());
    }
    return 0;
  }

  private static void requirePositive(String option, int number) {
    if (number < 1) {
      throw new CommandLine.ParameterException(
          new CommandLine(new SpeedBenchmark()),
          option + " must be at least 1, but is " + number);
    }
  }

  private List<Case> cases(Entrant network) {
    List<Case> cases = new ArrayList<>();
    for (Mode mode : modes) {
      batches.forEach(batch -> cases.add(new Case(network, batch, mode)));
    }
    return cases;
  }
}
