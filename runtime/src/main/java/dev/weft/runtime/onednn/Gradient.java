package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Parameter;
import org.bytedeco.dnnl.memory;

/**
 * The gradient of a parameter as a primitive writes it, which may be in a layout of its own. It is
 * intermediate there, as it is brought to the parameter at once. That of a frozen one goes nowhere:
 * a normalisation's primitive asks for memory for it, along with the gradient of the input.
 */
final class Gradient {
  private final Program program;

  /** The parameter's own; null if it is frozen. */
  private final memory plain;

  private final memory written;

  Gradient(Program program, Parameter parameter, Layout layout, memory.desc desc) {
    this.program = program;
    plain =
        parameter.isFrozen() ? null : program.cpu().floats(layout, parameter.gradient().storage());
    written = plain != null && plain.get_desc().equals(desc) ? plain : program.scratch(desc);
  }

  /** Where the primitive writes it. */
  memory memory() {
    return written;
  }

  /** Adds what brings it to the parameter. */
  void addBringing() {
    if (plain != null && written != plain) {
      program.reorderInto(written, plain);
    }
  }
}
