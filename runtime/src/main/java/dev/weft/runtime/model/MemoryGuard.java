package dev.weft.runtime.model;

import dev.weft.runtime.memory.HostMemory;
import dev.weft.runtime.memory.Room;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;

/** Lets a pass be made only where it fits in memory, and says what is wrong where it did not. */
final class MemoryGuard {
  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 100;

  private final Supplier<Room> available;

  /**
   * A guard by what is available.
   *
   * @param available asked before anything is allocated
   */
  MemoryGuard(Supplier<Room> available) {
    this.available = available;
  }

  /** The guard of this process; a device's memory other than the processor's is not looked at. */
  static MemoryGuard ofProcess() {
    return new MemoryGuard(
        () ->
            Nd4j.getEnvironment().isCPU()
                ? HostMemory.available()
                : new Room(Long.MAX_VALUE, "the device's memory"));
  }

  /**
   * The pass for a batch, made if there is none and memory for it.
   *
   * @param passes the passes that there are; those of other batches go where memory is short
   * @throws BatchTooLargeException if it is too short all the same
   */
  <P> P prepare(
      Supplier<BatchMemory> memory, int batch, PassCache<P> passes, IntFunction<P> maker) {
    try {
      return passes.forBatch(
          batch,
          size -> {
            require(memory.get(), size, passes);
            return maker.apply(size);
          });
    } catch (OutOfMemoryError | RuntimeException problem) {
      requireNative(problem);
      throw memory.get().tooLarge(batch, available.get(), problem);
    }
  }

  private void require(BatchMemory memory, int batch, PassCache<?> passes) {
    if (!fits(memory, batch)) {
      passes.clear();
      if (!fitsOnceCollected(memory, batch)) {
        throw memory.tooLarge(batch, available.get(), null);
      }
    }
  }

  private boolean fits(BatchMemory memory, int batch) {
    return memory.needed(batch) <= available.get().bytes();
  }

  /** Memory outside the heap is freed some time after the collector found its owner dead. */
  private boolean fitsOnceCollected(BatchMemory memory, int batch) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      System.gc();
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      Pointer.trimMemory();
      if (fits(memory, batch)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Does the work of a pass, for which memory may turn out too short on the way. What the pass
   * itself has is then counted as available: it goes with the error.
   *
   * @throws BatchTooLargeException if it does; no pass is kept then
   */
  <T> T watch(Supplier<BatchMemory> memory, int batch, PassCache<?> passes, Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError | RuntimeException problem) {
      requireNative(problem);
      passes.clear();
      BatchMemory needed = memory.get();
      throw needed.tooLarge(batch, available.get().with(needed.planned(batch)), problem);
    }
  }

  /** Throws on what was not refused by JavaCPP or a library below, as an end of the Java heap. */
  private static void requireNative(Throwable problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    boolean byJavaCpp =
        problem instanceof OutOfMemoryError
            && trace.length > 0
            && trace[0].getClassName().startsWith("org.bytedeco.javacpp.");
    boolean byLibrary =
        !(problem instanceof BatchTooLargeException)
            && String.valueOf(problem.getMessage()).contains("bad_alloc");
    if (problem instanceof Error error && !byJavaCpp) {
      throw error;
    }
    if (problem instanceof RuntimeException exception && !byLibrary) {
      throw exception;
    }
  }
}
