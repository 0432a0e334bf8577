package dev.weft.processor.source.corpus;

import dev.weft.dsl.Layer;

/** One of two interfaces that a network inherits from. */
interface Left {
  int SIDE = 100;

  default int weight() {
    return 1;
  }

  default Layer side(int i) {
    return Show.of("left" + i);
  }

  static int help(int i) {
    return i + SIDE;
  }
}
