package dev.weft.examples;

import static dev.weft.examples.Arguments.require;
import static dev.weft.examples.Arguments.wrong;

import dev.weft.runtime.checkpoint.Checkpoint;
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
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private UnreadableOption files;

  @Mixin private WeightsOption weights;

  @Mixin private RunOptions runs;

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
    NetworkType<?> found = network.classifier();
    if (data == null) {
      network.requireTakesDigits(found);
    }
    Recipe how = recipe.of(found, data == null);
    TrainOptions options = options(how);
    if (runs.isResumed() && weights.isGiven()) {
      throw wrong(
          spec, "--resume goes on with the weights of the training, so --weights has no place");
    }
    try (RunDirectory directory = runs.open(network.name())) {
      Optional<Checkpoint> last = runs.toResume(directory);
      TrainingData images = data(found, how);
      requireClasses(found, images.view().classes());
      if (last.isPresent()) {
        new Resumption(last.get()).require(images, data == null ? "the sample" : data.toString());
      }
      Model model =
          Networks.create(found, ModelOptions.defaults().seed(seed).dataType(type.type()));
      if (last.isEmpty()) {
        load(model);
      }
      out.println(model.summary());
      out.println();
      files.printSkipped(out);
      out.printf(
          Locale.ROOT,
          "%,d images to train with, %,d to test with, seed %d%n",
          images.train().size(),
          images.test().size(),
          seed);
      printUntested(images);
      return train(
          trainer(model, how, options, images), model, images, directory, last, options.epochs());
    }
  }

  /** A class without any image to test with is not in the accuracy. */
  private void printUntested(TrainingData images) {
    List<String> untested = images.untested();
    if (!untested.isEmpty()) {
      out.println("warning: no image to test with of " + String.join(", ", untested));
    }
  }

  private void load(Model model) throws IOException {
    List<String> loaded = weights.load(model);
    loaded.forEach(out::println);
    if (!loaded.isEmpty()) {
      out.println();
    }
  }

  private Trainer trainer(Model model, Recipe how, TrainOptions options, TrainingData images) {
    Trainer trainer =
        new Trainer(model, how.optimizer(model.parameters()), options)
            .loss(how.loss())
            .test(images.test())
            .listener(display);
    new TrainingNotes(
            Optional.of(Networks.name(model.type())), Optional.of(images.view()), images.heldOut())
        .addTo(trainer);
    if (clip != null) {
      trainer.clip(GradientClip.norm(clip));
    }
    if (threads != null) {
      trainer.dataThreads(threads);
    }
    runs.setUp(trainer);
    return trainer;
  }

  private int train(
      Trainer trainer,
      Model model,
      TrainingData images,
      RunDirectory directory,
      Optional<Checkpoint> last,
      int epochs)
      throws IOException {
    Optional<WeightAverage> averaged =
        Optional.ofNullable(average).map(each -> new WeightAverage(model.parameters(), each));
    averaged.ifPresent(trainer::average);
    if (last.isPresent()) {
      trainer.resume(last.get());
    }
    List<Epoch> before = last.isPresent() ? Training.epochsOf(last.get()) : List.of();
    if (before.size() >= epochs) {
      out.printf(
          Locale.ROOT, "all %,d epochs are made already: give more with --epochs%n", before.size());
    }
    trainer
        .checkpoints(directory.checkpoints())
        .listener(new HistoryFile(directory.history(), before))
        .listener(new HistoryChart(model.type().name(), directory.curves(), before));
    try (StopSignal stop = new StopSignal()) {
      Training training = trainer.stopWhen(stop::isWanted).train(images.train());
      if (training.end() == Training.End.STOPPED) {
        out.println("stopped; go on with: " + commandToResume(directory.path()));
        return 0;
      }
      averaged.ifPresent(WeightAverage::swap);
      new EvaluationReport(out, images.view().classes())
          .print(Evaluator.evaluate(model, images.test()), confusion);
      out.println();
      out.println("checkpoints, history and curves: " + directory.path());
      printBest(training);
      return 0;
    }
  }

  private void printBest(Training training) {
    Epoch best = training.best().orElseThrow();
    out.printf(
        Locale.ROOT,
        "the best epoch is %,d of %,d, with a test accuracy of %.2f %%: evaluate and predict take"
            + " it%n",
        best.number(),
        training.epochs().size(),
        100 * best.testAccuracy().orElseThrow());
  }

  private String commandToResume(Path directory) {
    return CommandLineText.ofThisProgram()
        .toResume(spec.commandLine().getParseResult().originalArgs(), directory.toString());
  }

  private TrainingData data(NetworkType<?> found, Recipe how) throws IOException {
    if (data != null) {
      return TrainingData.open(
          data, files, holdOut, found.input(), how.augmentation(), imagenetColors);
    }
    Digits digits = Digits.embedded();
    return new TrainingData(digits.train(), digits.test(), Digits.VIEW, Optional.empty());
  }

  private void requireClasses(NetworkType<?> found, List<String> classes) {
    int outputs = found.output().channels();
    if (outputs != classes.size()) {
      throw wrong(
          spec,
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
    require(spec, holdOut > 0 && holdOut < 1, "--hold-out", "between 0 and 1", holdOut);
    require(spec, threads == null || threads >= 1, "--threads", "at least 1", threads);
    require(spec, clip == null || clip > 0, "--clip", "above 0", clip);
    require(
        spec,
        average == null || average >= 0 && average < 1,
        "--average",
        "from 0 to below 1",
        average);
    require(spec, patience == null || patience >= 1, "--patience", "at least 1", patience);
    TrainOptions options = how.options().seed(seed);
    require(
        spec,
        microBatches >= 1 && microBatches <= options.batch(),
        "--micro-batches",
        "from 1 to the " + options.batch() + " images of a batch",
        microBatches);
    options = options.microBatches(microBatches);
    return patience == null ? options : options.patience(patience);
  }
}
