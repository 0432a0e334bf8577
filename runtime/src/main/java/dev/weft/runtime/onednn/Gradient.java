package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Parameter;
import org.bytedeco.dnnl.memory;

/** The gradient of a parameter as a primitive writes it, which may be in a layout of its own. */
final class Gradient {
  private final memory plain;
  private final memory written;

  Gradient(Cpu cpu, Parameter parameter, Layout layout, memory.desc desc) {
    plain = cpu.floats(layout, parameter.gradient().storage());
    written = plain.get_desc().equals(desc) ? plain : new memory(desc, cpu.engine());
  }

  /** Where the primitive writes it. */
  memory memory() {
    return written;
  }

  /** Adds what brings it to the parameter. */
  void addTo(Program program) {
    if (written != plain) {
      program.reorderInto(written, plain);
    }
  }
}
