package dev.weft.examples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a training that is interrupted, as by Ctrl+C, finish its step and write a checkpoint before
 * the process ends.
 */
final class StopSignal implements AutoCloseable {
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "weft-stop");

  /** From now on until it is closed. */
  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stopAndWait() {
    wanted.set(true);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether to stop. */
  boolean isWanted() {
    return wanted.get();
  }

  /** The training has ended: the process may, too. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endsAlready) {
      // The hook runs, and need not wait any more.
    }
  }
}
