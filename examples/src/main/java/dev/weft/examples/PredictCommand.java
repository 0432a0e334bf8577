package dev.weft.examples;

import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.ImageFolder;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.image.Image;
import dev.weft.runtime.model.NetworkType;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code weft predict NETWORK IMAGE...}. */
@Command(
    name = "predict",
    description =
        "Tells what a trained network takes images for: its first five answers. Several --from are"
            + " averaged.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PredictCommand implements Callable<Integer> {
  private static final int ANSWERS = 5;
  private static final double PERCENT = 100;

  private final PrintStream out;

  @Mixin private NetworkArgument network;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "JPEG and PNG files, or folders of *.jpg, *.jpeg and *.png.")
  private List<Path> arguments;

  @Mixin private TrainedOptions trained;

  PredictCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    NetworkType<?> found = network.classifier();
    TrainedNetworks networks = trained.read(found);
    List<String> classes = networks.view().classes();
    networks.printAssumed(out, "classes numbered from 0");
    List<Path> files = ImageFiles.of(arguments);
    Dataset images = trained.images(networks, new Files(files, classes), found.input());
    for (int i = 0; i < files.size(); i++) {
      try (Batch batch = images.batch(i)) {
        // Of ten crops, each has a row.
        print(files.get(i), networks.classifier().probabilities(batch.images()).mean(0), classes);
      }
    }
    return 0;
  }

  private void print(Path file, INDArray probabilities, List<String> classes) {
    out.println(file);
    IntStream.range(0, classes.size())
        .boxed()
        .sorted((a, b) -> Double.compare(probabilities.getDouble(b), probabilities.getDouble(a)))
        .limit(ANSWERS)
        .forEach(
            label ->
                out.printf(
                    Locale.ROOT,
                    "  %6.2f %%  %s%n",
                    PERCENT * probabilities.getDouble(label),
                    classes.get(label)));
  }

  /** Files whose class nobody has told. */
  private record Files(List<Path> files, List<String> classes) implements LabelledImages {
    @Override
    public int size() {
      return files.size();
    }

    @Override
    public int label(int index) {
      return 0;
    }

    @Override
    public String name(int index) {
      return files.get(index).toString();
    }

    @Override
    public Image image(int index) throws IOException {
      return ImageFolder.read(files.get(index));
    }
  }
}
