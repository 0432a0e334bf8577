package dev.weft.runtime.weights;

/** How exactly a file of weights must fit a network. */
public enum Strictness {
  /** The file has all of the network's names, and no others. */
  STRICT,

  /**
   * What the file has not stays as it is, and what the network has not is ignored; but an array
   * whose name both have must be of the same shape.
   */
  LENIENT
}
