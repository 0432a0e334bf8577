package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Parameter;
import org.bytedeco.dnnl.memory;

/**
 * The gradient of a parameter as a primitive writes it, which may be in a layout of its own. It is
 * intermediate there, as it is brought to the parameter at once.
 */
final class Gradient {
  private final Program program;
  private final memory plain;
  private final memory written;

  Gradient(Program program, Parameter parameter, Layout layout, memory.desc desc) {
    this.program = program;
    plain = program.cpu().floats(layout, parameter.gradient().storage());
    written = plain.get_desc().equals(desc) ? plain : program.scratch(desc);
  }

  /** Where the primitive writes it. */
  memory memory() {
    return written;
  }

  /** Adds what brings it to the parameter. */
  void addBringing() {
    if (written != plain) {
      program.reorderInto(written, plain);
    }
  }
}
