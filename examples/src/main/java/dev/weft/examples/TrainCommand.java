package dev.weft.examples;

import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.ProgressDisplay;
import dev.weft.runtime.train.Sgd;
import dev.weft.runtime.train.TrainOptions;
import dev.weft.runtime.train.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft train NETWORK}. */
@Command(
    name = "train",
    description =
        "Trains a network on handwritten digits and tests it. Without --data, on the 5,000 + 1,000"
            + " digits of MNIST that the program brings with it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {
  /** The sample is a twelfth of MNIST: it takes more and larger steps for each of its digits. */
  private static final int EPOCHS_ON_SAMPLE = 8;

  private static final double RATE_ON_SAMPLE = 0.05;
  private static final int EPOCHS_ON_MNIST = 5;
  private static final double RATE_ON_MNIST = 0.02;

  /** Keeps the number of all steps an int, as ND4J's schedules count them. */
  private static final int MOST_EPOCHS = 1000;

  private final PrintStream out;
  private final ProgressDisplay display;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "A network for digits: lenet5.")
  private String network;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A directory with MNIST's four files, as they are or gzipped.")
  private Path data;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; 5, or 8 without --data.")
  private Integer epochs;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description = "Images a step; ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description =
          "The first learning rate, which falls in a line to zero; 0.02, or 0.05 without --data.")
  private Double rate;

  @Option(
      names = "--momentum",
      paramLabel = "M",
      defaultValue = "0.9",
      description = "The momentum; ${DEFAULT-VALUE}.")
  private double momentum;

  @Option(
      names = "--decay",
      paramLabel = "D",
      defaultValue = "0.0005",
      description = "The weight of the L2 penalty; ${DEFAULT-VALUE}.")
  private double decay;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides first weights and the order of the images; ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private TypeOption type;

  @Option(names = "--confusion", description = "Also prints the confusion matrix.")
  private boolean confusion;

  TrainCommand(PrintStream out, ProgressDisplay display) {
    this.out = out;
    this.display = display;
  }

  @Override
  public Integer call() throws IOException {
    NetworkType<?> found = checkArguments();
    Digits digits = data == null ? Digits.embedded() : Digits.in(data);
    Model model = Networks.create(found, ModelOptions.defaults().seed(seed).dataType(type.type()));
    out.println(model.summary());
    out.println();
    train(model, digits);
    new EvaluationReport(out).print(Evaluator.evaluate(model, digits.test()), confusion);
    return 0;
  }

  private void train(Model model, Digits digits) {
    int size = digits.train().size();
    TrainOptions options =
        TrainOptions.defaults().epochs(epochs()).batch(batch).seed(seed).linearRate(rate());
    out.printf(
        Locale.ROOT,
        "%,d images to train with, %,d to test with, seed %d%n",
        size,
        digits.test().size(),
        seed);
    new Trainer(model, new Sgd(model.parameters(), momentum, decay), options)
        .listener(display)
        .train(digits.train());
  }

  private int epochs() {
    if (epochs != null) {
      return epochs;
    }
    return data == null ? EPOCHS_ON_SAMPLE : EPOCHS_ON_MNIST;
  }

  private double rate() {
    if (rate != null) {
      return rate;
    }
    return data == null ? RATE_ON_SAMPLE : RATE_ON_MNIST;
  }

  private NetworkType<?> checkArguments() {
    require(
        epochs() >= 1 && epochs() <= MOST_EPOCHS, "--epochs", "from 1 to " + MOST_EPOCHS, epochs());
    require(batch >= 1, "--batch", "at least 1", batch);
    require(rate() > 0 && Double.isFinite(rate()), "--rate", "above 0", rate());
    require(momentum >= 0 && momentum < 1, "--momentum", "from 0 to below 1", momentum);
    require(decay >= 0 && Double.isFinite(decay), "--decay", "at least 0", decay);
    NetworkType<?> found =
        Networks.find(network).orElseThrow(() -> wrong(Networks.unknown(network)));
    if (!found.input().equals(Digits.SHAPE)) {
      throw wrong(network + " takes " + found.input() + ", but the digits have " + Digits.SHAPE);
    }
    return found;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void require(boolean holds, String option, String expected, Object found) {
    if (!holds) {
      throw wrong(option + " must be " + expected + ", but is " + found);
    }
  }
}
