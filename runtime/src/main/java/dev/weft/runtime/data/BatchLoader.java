package dev.weft.runtime.data;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/**
 * Makes the batches of a data set in background threads, a few ahead of whoever takes them. Order
 * and augmentation follow from the seed and the epoch, whatever the number of threads. A loader is
 * only a description; threads live as long as the {@link Batches} of an epoch.
 *
 * <pre>{@code
 * BatchLoader loader = BatchLoader.of(data, 128).seed(1).threads(2);
 * try (Batches batches = loader.epoch(3)) {
 *   while (batches.hasNext()) {
 *     try (Batch batch = batches.next()) {
 *       ...
 *     }
 *   }
 * }
 * }</pre>
 */
public final class BatchLoader {
  private static final int USUAL_AHEAD = 2;

  private final Dataset data;
  private final int batch;
  private final long seed;
  private final boolean shuffled;
  private final int threads;
  private final int ahead;

  private BatchLoader(
      Dataset data, int batch, long seed, boolean shuffled, int threads, int ahead) {
    this.data = data;
    this.batch = batch;
    this.seed = seed;
    this.shuffled = shuffled;
    this.threads = threads;
    this.ahead = ahead;
  }

  /**
   * Shuffled batches, made by a thread for every two processors.
   *
   * @param batch the number of images of each but the last, which may have fewer
   */
  public static BatchLoader of(Dataset data, int batch) {
    requireAtLeastOne("batch", batch);
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new BatchLoader(data, batch, 0, true, threads, USUAL_AHEAD);
  }

  private static void requireAtLeastOne(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, but is " + number);
    }
  }

  /** The same with another seed, of the order as well as of the augmentation. */
  public BatchLoader seed(long seed) {
    return new BatchLoader(data, batch, seed, shuffled, threads, ahead);
  }

  /** The same in the order of the data set. */
  public BatchLoader inOrder() {
    return new BatchLoader(data, batch, seed, false, threads, ahead);
  }

  /** The same with so many threads. */
  public BatchLoader threads(int threads) {
    requireAtLeastOne("threads", threads);
    return new BatchLoader(data, batch, seed, shuffled, threads, ahead);
  }

  /** The same with at most so many batches, 2 unless said, made or begun before they are taken. */
  public BatchLoader ahead(int ahead) {
    requireAtLeastOne("ahead", ahead);
    return new BatchLoader(data, batch, seed, shuffled, threads, ahead);
  }

  /** The data set. */
  public Dataset data() {
    return data;
  }

  /** The number of images of a full batch. */
  public int batch() {
    return batch;
  }

  /** The number of batches of an epoch. */
  public int steps() {
    return Math.toIntExact(((long) data.size() + batch - 1) / batch);
  }

  /** The batches of an epoch. */
  public Batches epoch(int epoch) {
    return epoch(epoch, 0);
  }

  /** The batches of an epoch that was stopped, without the first {@code done}. */
  public Batches epoch(int epoch, int done) {
    if (done < 0 || done > steps()) {
      throw new IllegalArgumentException(
          "there are " + steps() + " batches, but " + done + " should be done already");
    }
    int[] order = order(epoch);
    IntFunction<int[]> indices =
        step ->
            Arrays.copyOfRange(
                order, step * batch, (int) Math.min(order.length, (step + 1L) * batch));
    return new Batches(indices, jobs(epoch), done, steps(), threads, ahead);
  }

  private int[] order(int epoch) {
    if (shuffled) {
      return SampleRandom.order(data.size(), seed, epoch);
    }
    int[] order = new int[data.size()];
    Arrays.setAll(order, i -> i);
    return order;
  }

  private Batches.Jobs jobs(int epoch) {
    Dataset drawn = data.inEpoch(seed, epoch);
    if (drawn instanceof SampleDataset samples) {
      Queue<float[]> arrays = new ConcurrentLinkedQueue<>();
      return indices -> new SampleJob(samples, indices, batch, arrays);
    }
    return indices -> new WholeJob(drawn, indices);
  }
}
