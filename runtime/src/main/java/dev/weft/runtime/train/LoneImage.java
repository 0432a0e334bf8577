package dev.weft.runtime.train;

import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.observe.LayerObserver;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An image that is alone in a pass, as the rest at an epoch's end or of a batch that is computed in
 * parts may be. A batch normalisation of single pixels cannot train on it, which had better be said
 * before the first step.
 *
 * @param images how many there are in an epoch
 * @param batch how many of them a step takes
 * @param microBatches in how many parts
 */
record LoneImage(int images, int batch, int microBatches) {

  /** Where an image is alone, and what else is to be minded than the size of the batch. */
  private record Place(String text, String remedy) {}

  /**
   * Tries a copy of a network on a single image if there is a pass with one.
   *
   * @throws BatchTooSmallException if it cannot train on that
   */
  void require(Model model) {
    Optional<Place> place = place();
    if (place.isEmpty()) {
      return;
    }
    Model copy = model.observedBy(LayerObserver.NONE);
    try {
      copy.forward(Nd4j.zeros(DataType.FLOAT, copy.inputShape().batched(1)));
    } catch (BatchTooSmallException problem) {
      throw new BatchTooSmallException(
          place.get().text + ": " + problem.getMessage() + place.get().remedy, problem);
    }
  }

  /** Empty if no image is alone, or each is, of which the layer's own message says enough. */
  private Optional<Place> place() {
    if (batch == 1) {
      return Optional.empty();
    }
    String parts = microBatches == 1 ? "" : " in " + microBatches + " parts";
    String cut = "batches of " + batch + parts + " leave one image alone ";
    if (images >= batch && isOneLeftOf(batch)) {
      return Optional.of(new Place(cut + "in each", ", and fewer parts"));
    }
    return images % batch > 0 && isOneLeftOf(images % batch)
        ? Optional.of(
            new Place(cut + "at the end of an epoch of " + images, ", at the end of an epoch, too"))
        : Optional.empty();
  }

  /** Whether the last part of so many images is a single one. */
  private boolean isOneLeftOf(int some) {
    int part = StepMaker.partOf(some, microBatches);
    return part == 1 || some % part == 1;
  }
}
