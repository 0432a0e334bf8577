package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers that follow from parameters, in the layouts that primitives ask for. Each layout is a
 * copy, made anew when parameters may have changed.
 */
final class Weights {
  private final Cpu cpu;
  private final Layout layout;
  private final Supplier<INDArray> values;
  private final List<Copy> copies = new ArrayList<>();
  private INDArray current;
  private long version = -1;

  private Weights(Cpu cpu, Layout layout, Supplier<INDArray> values) {
    this.cpu = cpu;
    this.layout = layout;
    this.values = values;
  }

  /**
   * Numbers that are computed from parameters.
   *
   * @param layout how they lie in the array
   * @param values computes them, each time into the same array
   */
  static Weights computed(Cpu cpu, Layout layout, Supplier<INDArray> values) {
    return new Weights(cpu, layout, values);
  }

  /** A parameter's own values. */
  static Weights of(Cpu cpu, Layout layout, Parameter parameter) {
    INDArray storage = parameter.value().storage();
    return computed(cpu, layout, () -> storage);
  }

  boolean areBy(Layout other) {
    return layout.isLike(other);
  }

  /** In whatever layout a primitive likes best. */
  memory.desc any() {
    return new memory.desc(layout.dims(), memory.data_type.f32, memory.format_tag.any);
  }

  /**
   * The numbers in a layout, up to date when the program runs; if they never change, up to date
   * from now on, for the programs of all replicas.
   */
  memory in(Program program, memory.desc wanted) {
    synchronized (cpu) {
      Copy copy = copyIn(wanted);
      if (cpu.isFrozen()) {
        copy.run();
      } else {
        program.add(copy);
      }
      return copy.memory;
    }
  }

  private Copy copyIn(memory.desc wanted) {
    for (Copy copy : copies) {
      if (copy.memory.get_desc().equals(wanted)) {
        return copy;
      }
    }
    Copy copy = new Copy(wanted);
    copies.add(copy);
    return copy;
  }

  /** The numbers as they lie in the parameter, up to date when the program runs. */
  memory plain(Program program) {
    return in(program, layout.desc());
  }

  private INDArray current() {
    if (version != cpu.changes()) {
      current = values.get();
      version = cpu.changes();
    }
    return current;
  }

  /** The numbers in another layout, or where they are. */
  private final class Copy implements Runnable {
    private final memory memory;
    private final Program reorder = new Program(cpu);
    private final boolean isPlain;
    private long copied = -1;

    Copy(memory.desc wanted) {
      memory plain = cpu.memory(layout, Pointers.to(current(), 0));
      isPlain = plain.get_desc().equals(wanted);
      memory = isPlain ? plain : new memory(wanted, cpu.engine());
      if (!isPlain) {
        reorder.reorderInto(plain, memory);
      }
    }

    @Override
    public void run() {
      if (copied != cpu.changes()) {
        current();
        reorder.run();
        copied = cpu.changes();
      }
    }
  }
}
