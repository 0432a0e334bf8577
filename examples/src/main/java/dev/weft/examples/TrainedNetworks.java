package dev.weft.examples;

import dev.weft.runtime.train.Classifier;
import java.io.PrintStream;
import java.util.Optional;

/**
 * One or several trained networks that answer together.
 *
 * @param classifier their average
 * @param view how all of them see images
 * @param heldOut what all of them were tested with, if that was a part of the images to train with
 * @param isAssumed whether nothing tells how some of them saw images
 */
record TrainedNetworks(
    Classifier classifier, ImageView view, Optional<HeldOut> heldOut, boolean isAssumed) {
  /** Tells what is assumed of networks that tell nothing of their training. */
  void printAssumed(PrintStream out, String classes) {
    if (isAssumed) {
      out.println(
          "assumed, for a file of weights alone does not tell: "
              + view.colorsInWords()
              + ", images made as for "
              + view.way()
              + ", "
              + classes);
    }
  }
}
