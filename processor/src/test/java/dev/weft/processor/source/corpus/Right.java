package dev.weft.processor.source.corpus;

/** One of two interfaces that a network inherits from. */
interface Right {
  int OTHER = 200;

  default int weight() {
    return 2;
  }

  default String deep() {
    return "right" + weight();
  }
}
