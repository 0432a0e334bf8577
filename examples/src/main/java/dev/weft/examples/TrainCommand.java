package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Unreadable;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.optimize.GradientClip;
import dev.weft.runtime.optimize.WeightAverage;
import dev.weft.runtime.recipe.Recipe;
import dev.weft.runtime.train.Epoch;
import dev.weft.runtime.train.Evaluator;
import dev.weft.runtime.train.HistoryFile;
import dev.weft.runtime.train.ProgressDisplay;
import dev.weft.runtime.train.TrainOptions;
import dev.weft.runtime.train.Trainer;
import dev.weft.runtime.train.Training;
import dev.weft.runtime.weights.WeightsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weft train NETWORK}. */
@Command(
    name = "train",
    description = {
      "Trains a network, and tests it after each epoch. DIR holds a folder of JPEG and PNG files"
          + " for each class, perhaps in folders train and test, or the files of MNIST or CIFAR."
          + " Without --data, on the 5,000 + 1,000 digits of MNIST that the program brings with it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final PrintStream out;
  private final ProgressDisplay display;

  @Spec private CommandSpec spec;

  @Mixin private NetworkArgument network;

  @Mixin private RecipeOptions recipe;

  @Option(names = "--data", paramLabel = "DIR", description = "The images.")
  private Path data;

  @Option(
      names = "--micro-batches",
      paramLabel = "N",
      defaultValue = "1",
      description = "Parts of a batch that are computed one by one, for want of memory; 1.")
  private int microBatches;

  @Option(names = "--clip", paramLabel = "C", description = "The most norm of all gradients.")
  private Double clip;

  @Option(
      names = "--average",
      paramLabel = "D",
      description = "Tests with an average of weights, of this decay a step.")
  private Double average;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Ends the training after so many epochs without progress.")
  private Integer patience;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides first weights, order and augmentation of images; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--hold-out",
      paramLabel = "P",
      defaultValue = "0.1",
      description = "The part of each class to test with, where the data have none; 0.1.")
  private double holdOut;

  @Option(
      names = "--imagenet-colors",
      description = "Normalises with ImageNet's colours, for weights that were trained so.")
  private boolean imagenetColors;

  @Option(
      names = "--skip-unreadable",
      description = "Leaves out files that are no images, or damaged ones.")
  private boolean skipUnreadable;

  @Option(
      names = "--weights",
      paramLabel = "[BLOCK=]FILE",
      converter = InitialWeights.Converter.class,
      description =
          "A safetensors file to begin with; arrays that it lacks stay as they are drawn."
              + " backbone=FILE: the file of the network that is the block backbone of this one.")
  private InitialWeights weights;

  @Option(
      names = "--out",
      paramLabel = "RUN",
      description = "Where checkpoints, history and curves go; runs/NETWORK-TIME.")
  private Path run;

  @Option(names = "--resume", paramLabel = "RUN", description = "Goes on with an earlier training.")
  private Path resume;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "2",
      description = "Checkpoints to keep besides the best; ${DEFAULT-VALUE}.")
  private int keep;

  @Option(
      names = "--checkpoint-steps",
      paramLabel = "N",
      description = "Steps from one checkpoint to the next; there is one after each epoch anyway.")
  private Integer checkpointSteps;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read and augment images; half the processors.")
  private Integer threads;

  @Mixin private TypeOption type;

  @Option(names = "--confusion", description = "Also prints the confusion matrix.")
  private boolean confusion;

  TrainCommand(PrintStream out, ProgressDisplay display) {
    this.out = out;
    this.display = display;
  }

  @Override
  public Integer call() throws IOException {
    NetworkType<?> found = network.type();
    Recipe how = recipe.of(found, data == null);
    TrainOptions options = options(how);
    TrainingData images = data(found, how);
    requireClasses(found, images.view().classes());
    Model model = Networks.create(found, ModelOptions.defaults().seed(seed).dataType(type.type()));
    if (weights != null) {
      out.println(loaded(model));
      out.println();
    }
    out.println(model.summary());
    out.println();
    out.printf(
        Locale.ROOT,
        "%,d images to train with, %,d to test with, seed %d%n",
        images.train().size(),
        images.test().size(),
        seed);
    try (StopSignal stop = new StopSignal();
        RunDirectory directory = RunDirectory.open(path(), keep)) {
      return train(model, how, options, images, directory, stop);
    }
  }

  private int train(
      Model model,
      Recipe how,
      TrainOptions options,
      TrainingData images,
      RunDirectory directory,
      StopSignal stop)
      throws IOException {
    Trainer trainer =
        new Trainer(model, how.optimizer(model.parameters()), options)
            .loss(how.loss())
            .test(images.test())
            .note("network", Networks.name(model.type()))
            .note("view", images.view().toMap())
            .checkpoints(directory.checkpoints())
            .stopWhen(stop::isWanted)
            .listener(display);
    Optional<WeightAverage> averaged =
        Optional.ofNullable(average).map(each -> new WeightAverage(model.parameters(), each));
    setUp(trainer, averaged);
    List<Epoch> before = resume(trainer, directory);
    trainer
        .listener(new HistoryFile(directory.history(), before))
        .listener(new HistoryChart(model.type().name(), directory.curves(), before));
    Training training = trainer.train(images.train());
    if (training.end() == Training.End.STOPPED) {
      out.println("stopped; go on with: " + commandToResume(directory.path()));
      return 0;
    }
    averaged.ifPresent(WeightAverage::swap);
    new EvaluationReport(out, images.view().classes())
        .print(Evaluator.evaluate(model, images.test()), confusion);
    out.println();
    out.println("checkpoints, history and curves: " + directory.path());
    return 0;
  }

  private void setUp(Trainer trainer, Optional<WeightAverage> averaged) {
    if (clip != null) {
      trainer.clip(GradientClip.norm(clip));
    }
    averaged.ifPresent(trainer::average);
    if (checkpointSteps != null) {
      trainer.checkpointEvery(checkpointSteps);
    }
    if (threads != null) {
      trainer.dataThreads(threads);
    }
  }

  /** The epochs before. */
  private List<Epoch> resume(Trainer trainer, RunDirectory directory) throws IOException {
    Optional<Checkpoint> last = directory.latest();
    if (resume == null) {
      if (last.isPresent()) {
        throw wrong(
            directory.path()
                + " has a training already: go on with --resume "
                + directory.path()
                + ", or choose another --out");
      }
      return List.of();
    }
    if (last.isEmpty()) {
      throw wrong(directory.path() + " has no checkpoint to resume");
    }
    trainer.resume(last.get());
    return Training.epochsOf(last.get());
  }

  private String commandToResume(Path directory) {
    StringBuilder command = new StringBuilder("weft");
    List<String> given = spec.commandLine().getParseResult().originalArgs();
    for (int i = 0; i < given.size(); i++) {
      String argument = given.get(i);
      if (argument.equals("--out") || argument.equals("--resume")) {
        i++;
      } else if (!argument.startsWith("--out=") && !argument.startsWith("--resume=")) {
        command.append(' ').append(argument);
      }
    }
    return command.append(" --resume ").append(directory).toString();
  }

  private Path path() {
    if (resume != null && run != null) {
      throw wrong("--resume goes on in the directory of the training, so --out has no place");
    }
    if (resume != null) {
      return resume;
    }
    return run != null
        ? run
        : Path.of("runs", Networks.plain(network.name()) + "-" + LocalDateTime.now().format(TIME));
  }

  private TrainingData data(NetworkType<?> found, Recipe how) throws IOException {
    if (data != null) {
      return TrainingData.open(
          data,
          skipUnreadable ? Unreadable.SKIP : Unreadable.REFUSE,
          holdOut,
          found.input(),
          how.augmentation(),
          imagenetColors);
    }
    if (!found.input().equals(Digits.SHAPE)) {
      throw wrong(
          network.name()
              + " takes "
              + found.input()
              + ", but the digits of this program have "
              + Digits.SHAPE
              + ": give it images with --data");
    }
    Digits digits = Digits.embedded();
    return new TrainingData(digits.train(), digits.test(), Digits.VIEW);
  }

  private void requireClasses(NetworkType<?> found, List<String> classes) {
    int outputs = found.output().channels();
    if (outputs != classes.size()) {
      throw wrong(
          "the data have "
              + classes.size()
              + " classes, but "
              + network.name()
              + " has "
              + outputs
              + " outputs: declare a network with "
              + classes.size()
              + ", such as network("
              + found.name()
              + ".class).until(...) and dense("
              + classes.size()
              + ")");
    }
  }

  private TrainOptions options(Recipe how) {
    require(holdOut > 0 && holdOut < 1, "--hold-out", "between 0 and 1", holdOut);
    require(keep >= 1, "--keep", "at least 1", keep);
    require(threads == null || threads >= 1, "--threads", "at least 1", threads);
    require(
        checkpointSteps == null || checkpointSteps >= 1,
        "--checkpoint-steps",
        "at least 1",
        checkpointSteps);
    try {
      TrainOptions options = how.options().microBatches(microBatches).seed(seed);
      return patience == null ? options : options.patience(patience);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private String loaded(Model model) throws WeightsException {
    try {
      return weights.load(model);
    } catch (IllegalArgumentException noSuchBlock) {
      throw wrong("--weights: " + noSuchBlock.getMessage());
    }
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
