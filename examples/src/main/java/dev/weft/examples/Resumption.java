package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import java.io.IOException;
import java.util.Map;
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
  void require(TrainingData images, String place) throws IOException {
    Optional<HeldOut> before = notes(TrainedNetwork.HELD_OUT).map(HeldOut::of);
    if (before.isPresent() && images.heldOut().isPresent()) {
      requireSame(place, "images", images.heldOut().get().images(), before.get().images());
    }
    requireSame(place, "images to train with", images.train().size(), trainedWith());
    notes(TrainedNetwork.VIEW)
        .map(view -> images.view().differences(ImageView.of(view)))
        .filter(differences -> !differences.isEmpty())
        .ifPresent(
            differences -> {
              throw new UnusableOptionsException(
                  place
                      + " is not seen as in the training `"
                      + checkpoint.directory()
                      + "`, but with "
                      + String.join("; ", differences)
                      + REMEDY);
            });
    // Of a checkpoint that a program of one's own wrote, the view may be unknown.
    checkpoint.requireEqual("notes", Map.of(TrainedNetwork.VIEW, images.view().toMap()));
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

  private int trainedWith() {
    return ((Number) ((Map<?, ?>) checkpoint.state().get("setting")).get("images")).intValue();
  }

  private Optional<Map<?, ?>> notes(String name) {
    return ((Map<?, ?>) checkpoint.state().get("notes")).get(name) instanceof Map<?, ?> map
        ? Optional.of(map)
        : Optional.empty();
  }
}
