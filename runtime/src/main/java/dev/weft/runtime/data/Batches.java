package dev.weft.runtime.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * The batches of an epoch, which threads in the background make ahead of time. Must be closed,
 * which ends the threads; they end by themselves, too, when all batches are made.
 */
public final class Batches implements AutoCloseable {
  /** Makes the work for some images. */
  @FunctionalInterface
  interface Jobs {
    BatchJob of(int... indices);
  }

  /** A batch that is being made, guarded by the lock on the batches. */
  private static final class Begun {
    private final BatchJob job;
    private final Failures failures = new Failures();
    private int given;
    private int done;

    Begun(BatchJob job) {
      this.job = job;
    }

    boolean isMade() {
      return done == job.parts();
    }
  }

  private record Part(Begun batch, int index) {}

  private final IntFunction<int[]> indices;
  private final Jobs jobs;
  private final int steps;
  private final int ahead;
  private final List<Thread> workers = new ArrayList<>();

  /** Oldest first; only of the last one, parts may be left to be done. */
  private final Deque<Begun> begun = new ArrayDeque<>();

  private int nextToBegin;
  private int taken;
  private boolean closed;
  private Throwable broken;

  /**
   * Starts the threads.
   *
   * @param indices the images of each batch
   * @param done the number of batches to leave out
   * @param steps the number of batches, with those
   * @param ahead how many batches may be begun and not taken
   */
  Batches(IntFunction<int[]> indices, Jobs jobs, int done, int steps, int threads, int ahead) {
    this.indices = indices;
    this.jobs = jobs;
    this.steps = steps;
    this.ahead = ahead;
    this.nextToBegin = done;
    this.taken = done;
    for (int i = 1; i <= threads && done < steps; i++) {
      Thread worker = new Thread(this::work, "weft-data-" + i);
      worker.setDaemon(true);
      workers.add(worker);
    }
    workers.forEach(Thread::start);
  }

  /** Whether there is another batch. */
  public synchronized boolean hasNext() {
    return !closed && taken < steps;
  }

  /** The number of batches that were taken, counted from the start of the epoch. */
  public synchronized int taken() {
    return taken;
  }

  /** The images of a batch, counted from 0 from the start of the epoch. */
  public int[] indices(int step) {
    return indices.apply(step);
  }

  /**
   * The next batch, when it is made. After an exception there are no more.
   *
   * @throws BadDataException if an image of it cannot be read; it names the file
   * @throws InterruptedIOException if the thread is interrupted as it waits
   */
  public Batch next() throws IOException {
    Begun next = await();
    try {
      next.failures.throwFirst();
    } catch (IOException | RuntimeException | Error e) {
      next.job.discard();
      close();
      throw e;
    }
    return next.job.finish();
  }

  private synchronized Begun await() throws IOException {
    if (taken == steps) {
      throw new NoSuchElementException("all batches of the epoch were taken");
    }
    while (!closed && broken == null && (begun.isEmpty() || !begun.peek().isMade())) {
      waitForOthers();
    }
    if (closed) {
      throw new IllegalStateException("the batches are closed");
    }
    if (broken != null) {
      throw new IllegalStateException("a batch cannot be begun: " + broken, broken);
    }
    taken++;
    notifyAll();
    return begun.remove();
  }

  private void waitForOthers() throws InterruptedIOException {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a batch was made");
    }
  }

  private void work() {
    try {
      for (Part part = claim(); part != null; part = claim()) {
        Part mine = part;
        mine.batch.failures.collect(mine.index, () -> mine.batch.job.make(mine.index));
        finish(mine.batch);
      }
    } catch (InterruptedException e) {
      // Closed while it waited.
    } catch (RuntimeException | Error e) {
      giveUp(e);
    }
  }

  /** There was, for example, no memory for an array. */
  private synchronized void giveUp(Throwable cause) {
    broken = cause;
    notifyAll();
  }

  /** A part to be done; null if none will come any more. */
  private synchronized Part claim() throws InterruptedException {
    while (!closed) {
      Begun newest = begun.peekLast();
      if (newest != null && newest.given < newest.job.parts()) {
        return new Part(newest, newest.given++);
      }
      if (nextToBegin == steps) {
        return null;
      }
      if (begun.size() < ahead) {
        begun.add(new Begun(jobs.of(indices.apply(nextToBegin++))));
      } else {
        wait();
      }
    }
    return null;
  }

  private synchronized void finish(Begun batch) {
    batch.done++;
    if (batch.isMade()) {
      notifyAll();
    }
  }

  /** Ends the threads, waits for them, and frees the batches that nobody took. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    workers.forEach(Thread::interrupt);
    boolean interrupted = false;
    for (Thread worker : workers) {
      interrupted |= !joined(worker);
    }
    synchronized (this) {
      begun.forEach(batch -> batch.job.discard());
      begun.clear();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a thread even if the own one is interrupted; false if it was. */
  private static boolean joined(Thread worker) {
    boolean uninterrupted = true;
    while (true) {
      try {
        worker.join();
        return uninterrupted;
      } catch (InterruptedException e) {
        uninterrupted = false;
      }
    }
  }
}
