package dev.weft.runtime.model;

import dev.weft.dsl.report.Units;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.memory.Room;
import java.util.Locale;

/**
 * The memory that a pass takes, beside the parameters.
 *
 * @param what what cannot be done: {@code the network LeNet5Network cannot predict}
 * @param bytesAnImage the planned buffers for one image
 * @param bytesOnce what the first pass takes at most whatever its batch: the parameters in layouts
 *     that primitives ask for, and in training their gradients, of one layer at a time also in such
 *     a layout, and the parameters in those of the backward pass
 */
record BatchMemory(String what, long bytesAnImage, long bytesOnce) {
  /**
   * What kernels take in one layer besides the plan, as a share of it: an eighth was the most for
   * ResNet-50, VGG-16 and DenseNet-121 with either kind of kernels.
   */
  private static final int WORKING_SHARE = 8;

  static BatchMemory ofInference(Model model, boolean first) {
    NetworkType<?> type = model.type();
    return new BatchMemory(
        "the network " + model.getClass().getSimpleName() + " cannot predict",
        type.inferenceBytes(1, model.dataType()),
        first ? type.parameterBytes(model.dataType()) : 0);
  }

  static BatchMemory ofTraining(Model model, boolean first) {
    NetworkType<?> type = model.type();
    return new BatchMemory(
        "the network " + model.getClass().getSimpleName() + " cannot train on",
        type.trainingBytes(1, model.dataType()),
        first ? 3 * type.parameterBytes(model.dataType()) - frozenBytes(model) : 0);
  }

  /** What is frozen has no gradients. */
  private static long frozenBytes(Model model) {
    int bytes = model.dataType().ofParameters().bytes();
    return bytes * model.frozenParameters().stream().mapToLong(Parameter::size).sum();
  }

  /** The bytes of the buffers. */
  long planned(int batch) {
    return Math.multiplyExact(bytesAnImage, (long) batch);
  }

  /** The bytes with all that kernels take besides. */
  long needed(int batch) {
    long planned = planned(batch);
    return bytesOnce + planned + planned / WORKING_SHARE;
  }

  /** The largest batch that needs no more than so many bytes, up to a given one. */
  private int largest(long bytes, int most) {
    int fits = 0;
    int failing = most + 1;
    while (failing - fits > 1) {
      int middle = fits + (failing - fits) / 2;
      if (needed(middle) <= bytes) {
        fits = middle;
      } else {
        failing = middle;
      }
    }
    return fits;
  }

  /**
   * The error for a batch that does not fit.
   *
   * @param cause what was thrown when memory ran out, or null if that was foreseen
   */
  BatchTooLargeException tooLarge(int batch, Room room, Throwable cause) {
    int largest = largest(room.bytes(), batch - 1);
    String message =
        String.format(
            Locale.ROOT,
            "%s a batch of %,d: it needs %s of memory, %s of them for its planned buffers, but %s"
                + " are available by %s; %s%s",
            what,
            batch,
            Units.readableBytes(needed(batch)),
            Units.readableBytes(planned(batch)),
            Units.readableBytes(room.bytes()),
            room.bound(),
            largest == 0
                ? "not even a batch of 1 fits"
                : String.format(Locale.ROOT, "the largest batch that fits is %,d", largest),
            cause == null ? "" : ". Memory ran out on the way: " + cause.getMessage());
    return new BatchTooLargeException(message, needed(batch), room.bytes(), largest, cause);
  }
}
