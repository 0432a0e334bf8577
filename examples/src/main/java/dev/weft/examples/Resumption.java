package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.train.Training;
import java.util.List;
import java.util.Optional;

/** What must be the same of the images with which a training goes on. */
final class Resumption {
  private static final String REMEDY = ": resume with the same, or start anew in another directory";

  private final Checkpoint checkpoint;

  /**
   * @param checkpoint what the training goes on from
   */
  Resumption(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * Checks that these are the images of the training, and are seen as they were.
   *
   * @param place where they are
   * @throws UnusableOptionsException if they are not; the message says what differs in words. Their
   *     number comes first, for with it the colours differ, too.
   */
  void require(TrainingData images, String place) {
    TrainingNotes notes = TrainingNotes.of(checkpoint);
    if (notes.heldOut().isPresent() && images.heldOut().isPresent()) {
      requireSame(place, "images", images.heldOut().get().images(), notes.heldOut().get().images());
    }
    requireSame(
        place, "images to train with", images.train().size(), Training.imagesOf(checkpoint));
    requireSeen(images.view(), notes.view(), place);
  }

  private void requireSeen(ImageView now, Optional<ImageView> before, String place) {
    if (before.isEmpty()) {
      throw new UnusableOptionsException(
          "the training `"
              + checkpoint.directory()
              + "` does not tell how it saw images, as that of another program: resume it with that");
    }
    List<String> differences = now.differences(before.get());
    if (!differences.isEmpty()) {
      throw new UnusableOptionsException(
          place
              + " is not seen as in the training `"
              + checkpoint.directory()
              + "`, but with "
              + String.join("; ", differences)
              + REMEDY);
    }
  }

  private void requireSame(String place, String what, int now, int before) {
    if (now != before) {
      throw new UnusableOptionsException(
          place
              + " has "
              + now
              + " "
              + what
              + ", the training `"
              + checkpoint.directory()
              + "` had "
              + before
              + REMEDY);
    }
  }
}
