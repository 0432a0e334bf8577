package dev.weft.examples;

import static dev.weft.examples.Arguments.wrong;

import dev.weft.runtime.data.BadDataException;
import dev.weft.runtime.data.DataDirectory;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.data.Split;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.train.Evaluator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private TrainedOptions trained;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The images; their part to test with. If there are no parts: those that the training held"
              + " out, or all if it was not with these. Without --data, the digits that the program"
              + " brings with it.")
  private Path data;

  @Mixin private UnreadableOption files;

  @Option(names = "--confusion", description = "Also prints the confusion matrix.")
  private boolean confusion;

  EvaluateCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Images to test with.
   *
   * @param origin what there is to say of them besides their number
   */
  private record Tested(LabelledImages images, String origin) {}

  @Override
  public Integer call() throws IOException {
    NetworkType<?> found = network.classifier();
    if (data == null) {
      network.requireTakesDigits(found);
    }
    TrainedNetworks networks = trained.read(found);
    Tested tested = data == null ? digits(networks.view().classes()) : open(networks);
    Dataset images = trained.images(networks, tested.images(), found.input());
    files.printSkipped(out);
    networks.printAssumed(out, "the classes of " + (data == null ? "the digits" : data));
    out.printf(Locale.ROOT, "%,d images to test with%s%n", images.size(), tested.origin());
    new EvaluationReport(out, tested.images().classes())
        .print(Evaluator.evaluate(networks.classifier(), images), confusion);
    return 0;
  }

  private Tested digits(List<String> classes) throws IOException {
    if (!classes.equals(Digits.VIEW.classes())) {
      throw wrong(
          spec,
          network.name()
              + " was trained for the classes "
              + classes
              + ", but without --data there are only the digits of this program: give it images"
              + " with --data");
    }
    return new Tested(Digits.embeddedTest(), "");
  }

  private Tested open(TrainedNetworks networks) throws IOException {
    boolean hasTest = DataDirectory.has(data, Split.TEST);
    LabelledImages all = files.open(data, hasTest ? Split.TEST : Split.TRAIN);
    requireClasses(all.classes(), networks);
    if (hasTest) {
      return new Tested(all, "");
    }
    return networks
        .heldOut()
        .filter(part -> part.isOf(all, data))
        .map(
            part -> new Tested(part.divide(all).test(), ", which the training held out of " + data))
        .orElseGet(
            () ->
                new Tested(
                    all,
                    ", all of "
                        + data
                        + ", which has no part for it: those that the network was trained with may"
                        + " be among them"));
  }

  private void requireClasses(List<String> classes, TrainedNetworks networks)
      throws BadDataException {
    List<String> wanted = networks.view().classes();
    if (networks.isAssumed()) {
      if (classes.size() != wanted.size()) {
        throw new BadDataException(
            data.toString(),
            wanted.size() + " classes, as " + network.name() + " has outputs",
            classes.size() + " classes");
      }
    } else if (!classes.equals(wanted)) {
      throw new BadDataException(
          data.toString(),
          "the classes that the network was trained for, " + wanted,
          classes.toString());
    }
  }
}
