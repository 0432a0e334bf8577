package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.train.Trainer;
import dev.weft.runtime.train.Training;
import java.util.Map;
import java.util.Optional;

/**
 * What checkpoints of this program hold besides; those of another may lack it.
 *
 * @param network the network's name
 * @param view how it sees images
 * @param heldOut the part of the images to train with that it was tested with, if it was with such
 */
record TrainingNotes(
    Optional<String> network, Optional<ImageView> view, Optional<HeldOut> heldOut) {
  private static final String NETWORK = "network";
  private static final String VIEW = "view";
  private static final String HELD_OUT = "heldOut";

  /** Those of a checkpoint. */
  static TrainingNotes of(Checkpoint checkpoint) {
    Map<?, ?> notes = Training.notesOf(checkpoint);
    return new TrainingNotes(
        Optional.ofNullable(notes.get(NETWORK)).map(Object::toString),
        map(notes, VIEW).map(ImageView::of),
        map(notes, HELD_OUT).map(HeldOut::of));
  }

  private static Optional<Map<?, ?>> map(Map<?, ?> notes, String name) {
    return notes.get(name) instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
  }

  /** Lets a trainer's checkpoints hold them. */
  void addTo(Trainer trainer) {
    network.ifPresent(name -> trainer.note(NETWORK, name));
    view.ifPresent(seen -> trainer.note(VIEW, seen.toMap()));
    heldOut.ifPresent(part -> trainer.note(HELD_OUT, part.toMap()));
  }
}
