package dev.weft.examples;

import dev.weft.runtime.data.BadDataException;
import dev.weft.runtime.data.DataDirectory;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.data.Split;
import dev.weft.runtime.data.Unreadable;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.train.Classifier;
import dev.weft.runtime.train.Evaluator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code weft evaluate NETWORK}. */
@Command(
    name = "evaluate",
    description = {
      "Tests a trained network: its accuracy, that of its first five answers, and the figures of"
          + " each class. Several --from are averaged."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  private final PrintStream out;

  @Spec private CommandSpec spec;

  @Mixin private NetworkArgument network;

  @Option(
      names = "--from",
      paramLabel = "RUN",
      required = true,
      description =
          "What train wrote, of which the best checkpoint counts; or one of its checkpoints; or a"
              + " safetensors file of weights trained with ImageNet's colours.")
  private List<Path> from;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The images; their part to test with, or all if there are no parts.")
  private Path data;

  @Option(names = "--ten-crop", description = "Averages over ten crops of each image.")
  private boolean tenCrop;

  @Option(
      names = "--skip-unreadable",
      description = "Leaves out files that are no images, or damaged ones.")
  private boolean skipUnreadable;

  @Mixin private TypeOption type;

  @Option(names = "--confusion", description = "Also prints the confusion matrix.")
  private boolean confusion;

  EvaluateCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    NetworkType<?> found = network.type();
    List<Classifier> classifiers = new ArrayList<>();
    TrainedNetwork first = null;
    for (Path each : from) {
      TrainedNetwork trained = TrainedNetwork.read(found, each, type.type());
      first = first == null ? trained : first;
      classifiers.add(Classifier.of(trained.model()));
    }
    Dataset images = images(found, first);
    out.printf(Locale.ROOT, "%,d images to test with%n", images.size());
    new EvaluationReport(out, first.view().classes())
        .print(Evaluator.evaluate(Classifier.average(classifiers), images), confusion);
    return 0;
  }

  private Dataset images(NetworkType<?> found, TrainedNetwork trained) throws IOException {
    if (data == null) {
      if (!found.input().equals(Digits.SHAPE) || tenCrop) {
        throw new ParameterException(spec.commandLine(), "give it images with --data");
      }
      return Digits.embedded().test();
    }
    LabelledImages images = open();
    if (!images.classes().equals(trained.view().classes())) {
      throw new BadDataException(
          data.toString(),
          "the classes that the network was trained for, " + trained.view().classes(),
          images.classes().toString());
    }
    return tenCrop
        ? trained.view().tenCropsOf(images, found.input())
        : trained.view().of(images, found.input());
  }

  private LabelledImages open() throws IOException {
    Unreadable unreadable = skipUnreadable ? Unreadable.SKIP : Unreadable.REFUSE;
    Split split = DataDirectory.has(data, Split.TEST) ? Split.TEST : Split.TRAIN;
    return DataDirectory.open(data, split, unreadable);
  }
}
