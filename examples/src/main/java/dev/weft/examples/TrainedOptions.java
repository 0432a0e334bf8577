package dev.weft.examples;

import static dev.weft.examples.Arguments.wrong;

import dev.weft.dsl.Shape;
import dev.weft.runtime.data.ImageDataset;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.train.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trained networks, and how they are to see images. */
final class TrainedOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "RUN",
      required = true,
      description =
          "What train wrote, of which the best checkpoint counts; or one of its checkpoints; or a"
              + " safetensors file, which, outside of a checkpoint, is taken to have been trained with"
              + " ImageNet's colours.")
  private List<Path> from;

  @Option(names = "--ten-crop", description = "Averages over ten crops of each image.")
  private boolean tenCrop;

  @Mixin private TypeOption type;

  /**
   * Reads them.
   *
   * @throws ParameterException if they do not see images alike
   */
  TrainedNetworks read(NetworkType<?> network) throws IOException {
    List<TrainedNetwork> all = new ArrayList<>();
    for (Path each : from) {
      TrainedNetwork trained = TrainedNetwork.read(network, each, type.type());
      all.add(trained);
      requireSameView(each, trained.view(), all.get(0).view());
    }
    boolean isOneHeldOut = all.stream().map(TrainedNetwork::heldOut).distinct().count() == 1;
    return new TrainedNetworks(
        Classifier.average(all.stream().map(each -> Classifier.of(each.model())).toList()),
        all.get(0).view(),
        all.get(0).heldOut().filter(each -> isOneHeldOut),
        all.stream().anyMatch(TrainedNetwork::isAssumed));
  }

  private void requireSameView(Path path, ImageView view, ImageView first) {
    List<String> differences = view.differences(first);
    if (!differences.isEmpty()) {
      throw wrong(
          spec,
          "--from "
              + path
              + " was trained otherwise than --from "
              + from.get(0)
              + ": with "
              + String.join("; ", differences)
              + "; an average needs networks that see images alike: give each by itself");
    }
  }

  /** Images as the networks see them. */
  ImageDataset images(TrainedNetworks networks, LabelledImages images, Shape input) {
    return tenCrop ? networks.view().tenCropsOf(images, input) : networks.view().of(images, input);
  }
}
