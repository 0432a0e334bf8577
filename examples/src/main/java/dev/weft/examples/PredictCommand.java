package dev.weft.examples;

import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.ImageFolder;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.image.Image;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.train.Classifier;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weft predict NETWORK IMAGE...}. */
@Command(
    name = "predict",
    description = "Tells what a trained network takes images for: its first five answers.",
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
      description = "JPEG and PNG files.")
  private List<Path> files;

  @Option(
      names = "--from",
      paramLabel = "RUN",
      required = true,
      description =
          "What train wrote, of which the best checkpoint counts; or one of its checkpoints; or a"
              + " safetensors file of weights trained with ImageNet's colours.")
  private Path from;

  @Mixin private TypeOption type;

  PredictCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    NetworkType<?> found = network.type();
    TrainedNetwork trained = TrainedNetwork.read(found, from, type.type());
    Classifier classifier = Classifier.of(trained.model());
    var images = trained.view().of(new Files(files, trained.view().classes()), found.input());
    for (int i = 0; i < files.size(); i++) {
      try (Batch batch = images.batch(i)) {
        print(files.get(i), classifier.probabilities(batch.images()), trained.view().classes());
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
