package dev.weft.processor.source.corpus;

import dev.weft.dsl.Layer;

/** What networks inherit. */
interface Base<T> {
  int BASE = 100;

  int width();

  default Layer fromBase() {
    return Show.of(width() + BASE);
  }

  default Layer shared(int more) {
    return Show.of(width() + more);
  }
}
