package dev.weft.runtime.data;

import java.io.IOException;

/** The first of what went wrong in several threads, by the order of the images. */
final class Failures {
  /** Work on an image. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private int first = Integer.MAX_VALUE;
  private Throwable failure;

  /** Does some work, and keeps what it throws. */
  void collect(int index, Work work) {
    try {
      work.run();
    } catch (IOException | RuntimeException | Error e) {
      add(index, e);
    }
  }

  private synchronized void add(int index, Throwable thrown) {
    if (index < first) {
      first = index;
      failure = thrown;
    }
  }

  /** Throws what was kept, if anything was. */
  synchronized void throwFirst() throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
