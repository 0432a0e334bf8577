package dev.weft.examples;

import dev.weft.runtime.train.Classifier;
import java.util.Optional;

/**
 * One or several trained networks that answer together.
 *
 * @param classifier their average
 * @param view how all of them see images
 * @param heldOut what all of them were tested with, if that was a part of the images to train with
 */
record TrainedNetworks(Classifier classifier, ImageView view, Optional<HeldOut> heldOut) {}
