package dev.weft.runtime.model;

import dev.weft.runtime.onednn.Bfloat16;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
          DnnlKernels::bfloat16,
          message ->
              System.getLogger(KernelChoice.class.getName())
                  .log(System.Logger.Level.WARNING, message));

  private static final String OTHER_KERNELS =
      "the kernels nd4j (KernelChoice.ND4J, or WEFT_KERNELS=nd4j in the environment)";

  private static final String NO_BFLOAT16 =
      "this processor has no instructions for bfloat16 (AVX512_BF16, AMX): ";

  private final BooleanSupplier onProcessor;
  private final Supplier<Optional<String>> fault;
  private final Supplier<Bfloat16> bfloat16;
  private final Consumer<String> warnings;

  /** What was said already, as each process hears it once. */
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /**
   * Kernels of some process.
   *
   * @param onProcessor whether ND4J keeps its arrays in the processor's memory
   * @param fault why oneDNN's native library does not load, if it does not
   * @param bfloat16 what computes in bfloat16, where the library loads
   * @param warnings receives a message at the first network that has to do without
   */
  DefaultKernels(
      BooleanSupplier onProcessor,
      Supplier<Optional<String>> fault,
      Supplier<Bfloat16> bfloat16,
      Consumer<String> warnings) {
    this.onProcessor = onProcessor;
    this.fault = fault;
    this.bfloat16 = bfloat16;
    this.warnings = warnings;
  }

  /** oneDNN's where they can compute the network, else ND4J's. */
  KernelChoice choose(DataType type) {
    if (type == DataType.DOUBLE || !onProcessor.getAsBoolean()) {
      return KernelChoice.ND4J;
    }
    Optional<String> reason = fault.get();
    if (reason.isEmpty()) {
      return KernelChoice.ONEDNN;
    }
    warn(
        notLoaded(reason.get())
            + "; ND4J computes the networks of this process instead, which is several times"
            + " slower. KernelChoice.ND4J, or WEFT_KERNELS=nd4j in the environment, says that"
            + " this is meant");
    return KernelChoice.ND4J;
  }

  private void warn(String message) {
    if (said.add(message)) {
      warnings.accept(message);
    }
  }

  /**
   * The type in which a network of some type is computed: float in place of bfloat16, with a
   * warning, where kernels or processor lack that. oneDNN emulates it where it was asked for by
   * name, to try without such a processor what becomes of a network.
   *
   * @param kernels those that were asked for, or what {@link #choose} chose
   * @param byName whether they were asked for
   */
  DataType typeFor(DataType type, KernelChoice kernels, boolean byName) {
    if (type != DataType.BFLOAT16) {
      return type;
    }
    if (kernels == KernelChoice.ND4J) {
      warn("ND4J's kernels have no bfloat16: networks that ask for it are computed in float");
      return DataType.FLOAT;
    }
    Bfloat16 here = bfloat16.get();
    if (here == Bfloat16.EMULATED && byName) {
      warn(NO_BFLOAT16 + "oneDNN emulates it, which takes longer than float");
    } else if (here != Bfloat16.NATIVE) {
      warn(NO_BFLOAT16 + "networks that ask for it are computed in float" + remedy(here));
      return DataType.FLOAT;
    }
    return type;
  }

  private static String remedy(Bfloat16 here) {
    return here == Bfloat16.EMULATED
        ? "; KernelChoice.ONEDNN, or WEFT_KERNELS=onednn in the environment, emulates it, which"
            + " takes longer than float"
        : "";
  }

  /**
   * Checks that oneDNN can compute a network for which it was asked for.
   *
   * @throws IllegalArgumentException if the network's data type is not oneDNN's
   * @throws IllegalStateException if this process cannot use oneDNN; the message says why, and the
   *     way out
   */
  void requireOneDnn(DataType type) {
    if (type == DataType.DOUBLE) {
      throw new IllegalArgumentException(
          "oneDNN's kernels, which were asked for, compute in float and bfloat16, not in double: "
              + "choose one of these, or "
              + OTHER_KERNELS);
    }
    if (!onProcessor.getAsBoolean()) {
      throw new IllegalStateException(
          "oneDNN's kernels need ND4J's arrays in the processor's memory, but its backend here"
              + " keeps them elsewhere: choose "
              + OTHER_KERNELS);
    }
    fault
        .get()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(notLoaded(reason) + "; or choose " + OTHER_KERNELS);
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
