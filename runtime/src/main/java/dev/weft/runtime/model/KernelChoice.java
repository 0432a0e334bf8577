package dev.weft.runtime.model;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.observe.ObservedKernels;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

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
   * oneDNN for a network in float or bfloat16 on the processor, and ND4J for one in double, on
   * another backend of ND4J's, or where oneDNN's native library does not load. The latter gives a
   * warning, once; so does bfloat16 where the processor has none, and is float then.
   */
  AUTO,
  /** ND4J's operations, on each of its backends, in float, also for bfloat16, and in double. */
  ND4J,
  /**
   * oneDNN's primitives, on the processor, in float and in bfloat16, which is emulated where the
   * processor has AVX-512 but no such numbers, and float where it has neither; an error where
   * oneDNN cannot be used.
   */
  ONEDNN;

  private static final String VARIABLE = "WEFT_KERNELS";

  /** New kernels for a network of these options. */
  static Kernels make(ModelOptions options) {
    return make(options, DefaultKernels.HERE);
  }

  /** The same, where the choice is open by what a process has. */
  static Kernels make(ModelOptions options, DefaultKernels defaults) {
    Objects.requireNonNull(
        options, "the options are null; ModelOptions.defaults() leaves all open");
    KernelChoice asked = options.kernels() == AUTO ? environment() : options.kernels();
    KernelChoice choice = asked == AUTO ? defaults.choose(options.dataType()) : asked;
    if (asked == ONEDNN) {
      defaults.requireOneDnn(options.dataType());
    }
    DataType type = defaults.typeFor(options.dataType(), choice, asked != AUTO);
    Kernels kernels =
        choice == ONEDNN
            ? new DnnlKernels(type, options.seed())
            : new Nd4jKernels(type, options.seed());
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
}
