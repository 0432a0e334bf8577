package dev.weft.examples;

import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.CheckpointException;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.weights.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network with weights from a file, and how it saw images as it was trained.
 *
 * @param model the network
 * @param view how it sees images
 * @param heldOut what it was tested with, if that was a part of the images to train with
 * @param isAssumed whether nothing tells how it saw images: there is a file of weights alone
 */
record TrainedNetwork(Model model, ImageView view, Optional<HeldOut> heldOut, boolean isAssumed) {
  /**
   * Reads a run's best checkpoint, a single checkpoint, a file of weights of a checkpoint, or one
   * alone, whose network is taken to have seen images with ImageNet's colours, and its classes to
   * be numbers.
   */
  static TrainedNetwork read(NetworkType<?> type, Path from, DataType numbers) throws IOException {
    Model model = Networks.create(type, ModelOptions.defaults().dataType(numbers));
    if (Files.isRegularFile(from)) {
      model.loadWeights(from);
      Path directory = from.toAbsolutePath().getParent();
      return Checkpoint.is(directory)
          ? of(model, Checkpoint.open(directory))
          : new TrainedNetwork(model, unnamed(type), Optional.empty(), true);
    }
    Checkpoint checkpoint = RunDirectory.best(from);
    requireArchitecture(checkpoint, model);
    model.loadWeights(checkpoint.file(Checkpoint.WEIGHTS));
    if (checkpoint.has(Checkpoint.AVERAGED)) {
      model.loadWeights(checkpoint.file(Checkpoint.AVERAGED), Strictness.LENIENT);
    }
    return of(model, checkpoint);
  }

  private static void requireArchitecture(Checkpoint checkpoint, Model model)
      throws CheckpointException {
    try {
      checkpoint.requireArchitecture(model.summary());
    } catch (CheckpointException other) {
      throw new UnusableOptionsException(
          other.getMessage()
              + TrainingNotes.of(checkpoint).network().map(name -> ", " + name).orElse(""),
          other);
    }
  }

  private static TrainedNetwork of(Model model, Checkpoint checkpoint) {
    TrainingNotes notes = TrainingNotes.of(checkpoint);
    return new TrainedNetwork(
        model,
        notes.view().orElseGet(() -> unnamed(model.type())),
        notes.heldOut(),
        notes.view().isEmpty());
  }

  private static ImageView unnamed(NetworkType<?> type) {
    List<String> numbers =
        IntStream.range(0, type.output().channels()).mapToObj(Integer::toString).toList();
    return new ImageView(
        numbers,
        Recipes.usual(type).augmentation(),
        type.input().channels() == 3 ? Normalization.IMAGENET : Digits.VIEW.colors());
  }
}
