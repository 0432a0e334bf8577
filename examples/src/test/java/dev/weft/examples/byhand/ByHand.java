package dev.weft.examples.byhand;

/** A network written by hand: what follows from a batch of images. */
@FunctionalInterface
public interface ByHand {
  Features logits(Features images);
}
