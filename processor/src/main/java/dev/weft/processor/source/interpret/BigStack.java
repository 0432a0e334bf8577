package dev.weft.processor.source.interpret;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Runs the interpreter in a thread of its own: the compiler's stack is too small for deep calls.
 */
public final class BigStack {
  private static final long BYTES = 16L << 20;

  private BigStack() {}

  public static <T> T call(Supplier<T> task) {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, () -> result.set(task.get()), "weft-reader", BYTES);
    thread.setUncaughtExceptionHandler((dead, thrown) -> failure.set(thrown));
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a network was read", interrupted);
    }
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() != null) {
      throw (RuntimeException) failure.get();
    }
    return result.get();
  }
}
