package dev.weft.runtime.model;

import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** Which kernels a network gets that leaves it open, and what to say where they do not load. */
final class DefaultKernels {
  /** Those of this process. */
  static final DefaultKernels HERE =
      new DefaultKernels(
          () -> Nd4j.getEnvironment().isCPU(),
          DnnlKernels::unavailable,
          message ->
              System.getLogger(KernelChoice.class.getName())
                  .log(System.Logger.Level.WARNING, message));

  private final BooleanSupplier onProcessor;
  private final Supplier<Optional<String>> fault;
  private final Consumer<String> warnings;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Kernels of some process.
   *
   * @param onProcessor whether ND4J keeps its arrays in the processor's memory
   * @param fault why oneDNN's native library does not load, if it does not
   * @param warnings receives a message at the first network that has to do without
   */
  DefaultKernels(
      BooleanSupplier onProcessor, Supplier<Optional<String>> fault, Consumer<String> warnings) {
    this.onProcessor = onProcessor;
    this.fault = fault;
    this.warnings = warnings;
  }

  /** oneDNN's where they can compute the network, else ND4J's. */
  KernelChoice choose(DataType type) {
    if (type != DataType.FLOAT || !onProcessor.getAsBoolean()) {
      return KernelChoice.ND4J;
    }
    Optional<String> reason = fault.get();
    if (reason.isEmpty()) {
      return KernelChoice.ONEDNN;
    }
    if (warned.compareAndSet(false, true)) {
      warnings.accept(
          notLoaded(reason.get())
              + "; ND4J computes the networks of this process instead, which is several times"
              + " slower. KernelChoice.ND4J, or WEFT_KERNELS=nd4j in the environment, says that"
              + " this is meant");
    }
    return KernelChoice.ND4J;
  }

  /**
   * Checks that oneDNN can compute a network for which it was asked for.
   *
   * @throws IllegalArgumentException if the network's data type is not oneDNN's
   * @throws IllegalStateException if this process cannot use oneDNN; the message says why, and the
   *     way out
   */
  void requireOneDnn(DataType type) {
    if (type != DataType.FLOAT) {
      throw new IllegalArgumentException(
          "oneDNN's kernels are for DataType.FLOAT: make the network with it, or with"
              + " KernelChoice.ND4J");
    }
    if (!onProcessor.getAsBoolean()) {
      throw new IllegalStateException(
          "oneDNN's kernels need ND4J's arrays in the processor's memory, but its backend here"
              + " keeps them elsewhere: make the network with KernelChoice.ND4J");
    }
    fault
        .get()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(
                  notLoaded(reason) + "; or make the network with KernelChoice.ND4J");
            });
  }

  private static String notLoaded(String reason) {
    return "oneDNN's native library does not load here ("
        + reason
        + "): put the jars of org.bytedeco:dnnl and org.bytedeco:opencl with the classifier "
        + Loader.getPlatform()
        + " on the class path";
  }
}
