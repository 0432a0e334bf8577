package dev.weft.runtime.nd4j;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads ND4J's operations use on the processor. Its OpenMP threads spin while they wait
 * for the next operation, and so take the cores from the threads of the matrix products, which do
 * most of the work: with both at work, training LeNet-5 took five times as long on two cores.
 */
public final class HostThreads {
  private static final boolean ON_PROCESSOR = Nd4j.getEnvironment().isCPU();
  private static final boolean LIMITED = ON_PROCESSOR && System.getenv("OMP_NUM_THREADS") == null;

  private HostThreads() {}

  /**
   * Leaves the calling thread's operations to that thread, unless the user chose a number by the
   * environment variable {@code OMP_NUM_THREADS}. OpenMP keeps the number for each thread apart.
   */
  static void limit() {
    set(1);
  }

  /**
   * Gives the calling thread's operations, and oneDNN's, which share ND4J's OpenMP, all processors,
   * unless the user chose a number.
   */
  public static void useAll() {
    set(Runtime.getRuntime().availableProcessors());
  }

  /** Gives the calling thread's operations, and oneDNN's, so many threads, whoever chose what. */
  public static void use(int threads) {
    if (ON_PROCESSOR) {
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    }
  }

  /** How many threads the calling thread's operations use now. */
  public static int used() {
    return ON_PROCESSOR ? NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads() : 1;
  }

  private static void set(int threads) {
    if (LIMITED) {
      use(threads);
    }
  }
}
