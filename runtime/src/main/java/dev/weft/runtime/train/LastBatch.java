package dev.weft.runtime.train;

import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.observe.LayerObserver;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The batch at the end of an epoch, which has what images are left. If that is one, a batch
 * normalisation of single pixels cannot train on it, which had better be said before the epoch.
 *
 * @param images how many there are in an epoch
 * @param batch how many of them a step takes
 * @param microBatches in how many parts
 */
record LastBatch(int images, int batch, int microBatches) {

  /**
   * Tries a copy of a network on a single image if the epoch ends with one.
   *
   * @throws BatchTooSmallException if it cannot train on that
   */
  void require(Model model) {
    if (!endsWithOne()) {
      return;
    }
    Model copy = model.observedBy(LayerObserver.NONE);
    try {
      copy.forward(Nd4j.zeros(DataType.FLOAT, copy.inputShape().batched(1)));
    } catch (BatchTooSmallException problem) {
      throw new BatchTooSmallException(
          images
              + " images in batches of "
              + batch
              + (microBatches == 1 ? "" : ", each in " + microBatches + " parts,")
              + " leave one alone at the end of each epoch: "
              + problem.getMessage()
              + ", at the end too",
          problem);
    }
  }

  /** Whether a pass at the end has but one image, while others have more. */
  private boolean endsWithOne() {
    int last = images % batch == 0 ? batch : images % batch;
    return batch > 1 && remainder(last) == 1;
  }

  /** How many images the last part of a batch has. */
  private int remainder(int size) {
    int part = StepMaker.partOf(size, microBatches);
    return size % part == 0 ? part : size % part;
  }
}
