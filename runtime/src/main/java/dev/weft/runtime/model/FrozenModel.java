package dev.weft.runtime.model;

import dev.weft.dsl.Shape;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.nd4j.HostThreads;
import dev.weft.runtime.observe.LayerObserver;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network whose parameters never change any more, for inference by any number of threads at once;
 * {@link Model#freeze} makes it. The threads share the parameters, and what is kept that follows
 * from them; each prediction has memory of its own for what is between input and output, which is
 * kept for the next one.
 *
 * <pre>{@code
 * FrozenModel frozen = network.freeze(1);      // one thread a prediction
 * var logits = batches.parallelStream().map(frozen::predict).toList();
 * }</pre>
 */
public final class FrozenModel {
  private final NetworkType<?> type;
  private final ModelOptions options;
  private final OptionalInt threads;
  private final Supplier<Kernels> kernels;

  /** Those that are not at work; the one used last comes first. */
  private final Deque<Model> idle = new ConcurrentLinkedDeque<>();

  FrozenModel(Model original, OptionalInt threads) {
    this.type = original.type();
    this.options = original.options.observer(LayerObserver.NONE);
    this.threads = threads;
    this.kernels = original.kernels.forInference(threads);
  }

  /** All that is known of this network without its numbers: shapes, costs, the table of layers. */
  public NetworkType<?> type() {
    return type;
  }

  /** The shape of one input. */
  public Shape inputShape() {
    return type.input();
  }

  /** The shape of one output. */
  public Shape outputShape() {
    return type.output();
  }

  /**
   * The output, as {@link Model#predict} gives it; by any thread.
   *
   * @param images a batch of inputs
   * @return a new array
   * @throws IllegalArgumentException if the array has another shape; the message names both
   * @throws BatchTooLargeException if the batch does not fit in memory
   */
  public INDArray predict(INDArray images) {
    Model free = idle.pollFirst();
    Model replica = free == null ? Replica.of(type, options, kernels.get()) : free;
    try {
      return threads.isEmpty() ? replica.predict(images) : predictByThreads(replica, images);
    } finally {
      idle.addFirst(replica);
    }
  }

  /** The number of threads is the calling thread's, which is to have its own again. */
  private static INDArray predictByThreads(Model replica, INDArray images) {
    int usual = HostThreads.used();
    try {
      return replica.predict(images);
    } finally {
      HostThreads.use(usual);
    }
  }

  /** How many predictions there can be at once without one more replica. */
  int idleReplicas() {
    return idle.size();
  }
}
