package dev.weft.runtime.model;

import dev.weft.runtime.kernel.Kernels;
import java.util.Optional;

/**
 * Makes networks over kernels that are there already. Generated constructors take options only, and
 * those say nothing of kernels that belong to another network, so these are left for the
 * constructor of {@link Model} in the thread that runs it.
 */
final class Replica {
  private static final ThreadLocal<Kernels> NEXT = new ThreadLocal<>();

  private Replica() {}

  /** A network that computes with the given kernels. */
  static Model of(NetworkType<?> type, ModelOptions options, Kernels kernels) {
    NEXT.set(kernels);
    try {
      return type.create(options);
    } finally {
      NEXT.remove();
    }
  }

  /** The kernels for the network that this thread is making, unless it has to choose them. */
  static Optional<Kernels> kernels() {
    return Optional.ofNullable(NEXT.get());
  }
}
