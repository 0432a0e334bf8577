package dev.weft.runtime.data;

import java.io.IOException;

/** The work that makes one batch, in parts that several threads do in any order. */
interface BatchJob {
  /** The number of parts. */
  int parts();

  /** Does one part. */
  void make(int part) throws IOException;

  /** The batch, after all parts were done. */
  Batch finish();

  /** Frees what was made, if the batch is not wanted any more. */
  void discard();
}
