package dev.weft.runtime.model;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.observe.ObservedKernels;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import java.util.Arrays;
import java.util.Locale;

/**
 * What computes a network.
 *
 * <pre>{@code
 * var network = new LeNet5Network(ModelOptions.defaults().kernels(KernelChoice.ONEDNN));
 * }</pre>
 */
public enum KernelChoice {
  /**
   * What the environment variable {@code WEFT_KERNELS} says, {@code nd4j} or {@code onednn}; else
   * ND4J.
   */
  AUTO,
  /** ND4J's operations, on each of its backends, in float and in double. */
  ND4J,
  /** oneDNN's primitives, on the processor, in float. */
  ONEDNN;

  private static final String VARIABLE = "WEFT_KERNELS";

  /** New kernels for a network of these options. */
  static Kernels make(ModelOptions options) {
    KernelChoice choice = options.kernels() == AUTO ? environment() : options.kernels();
    Kernels kernels =
        switch (choice) {
          case AUTO, ND4J -> nd4j(options);
          case ONEDNN -> onednn(options);
        };
    return ObservedKernels.of(kernels, options.observer());
  }

  private static KernelChoice environment() {
    String value = System.getenv(VARIABLE);
    return value == null || value.isBlank() ? AUTO : named(value.strip());
  }

  /** The choice of that name, as the environment variable has it. */
  static KernelChoice named(String value) {
    return Arrays.stream(values())
        .filter(choice -> choice.name().equals(value.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the environment variable "
                        + VARIABLE
                        + " is `"
                        + value
                        + "`, but has to be auto, nd4j or onednn"));
  }

  private static Kernels nd4j(ModelOptions options) {
    return new Nd4jKernels(options.dataType(), options.seed());
  }

  private static Kernels onednn(ModelOptions options) {
    if (options.dataType() != DataType.FLOAT) {
      throw new IllegalArgumentException(
          "oneDNN's kernels are for DataType.FLOAT: make the network with it, or with"
              + " KernelChoice.ND4J");
    }
    DnnlKernels.unavailable()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(
                  "oneDNN's native library does not load here: "
                      + reason
                      + "; make the network with KernelChoice.ND4J");
            });
    return new DnnlKernels(options.seed());
  }
}
