package dev.weft.examples;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;

/** The product of two large matrices by oneDNN: what the machine can do at most. */
public final class MatrixProduct {
  /** The rows and columns of each matrix. */
  static final int SIZE = 2048;

  private static final double FILL = 0.5;

  private final FloatPointer a = filled();
  private final FloatPointer b = filled();
  private final FloatPointer c = filled();

  private static FloatPointer filled() {
    FloatPointer matrix = new FloatPointer((long) SIZE * SIZE);
    for (long i = 0; i < matrix.capacity(); i++) {
      matrix.put(i, (float) FILL);
    }
    return matrix;
  }

  /** Multiplies. */
  public void run() {
    byte plain = 'N';
    int failed = dnnl.dnnl_sgemm(plain, plain, SIZE, SIZE, SIZE, 1, a, SIZE, b, SIZE, 0, c, SIZE);
    if (failed != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN's sgemm failed with status " + failed);
    }
  }

  /** Floating-point operations of {@link #run}. */
  public static double operations() {
    return 2.0 * SIZE * SIZE * SIZE;
  }
}
