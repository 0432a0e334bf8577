package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Numbers that follow from parameters, in the layouts that primitives ask for. Each layout is a
 * copy, made anew when parameters may have changed.
 */
final class Weights {
  private final Cpu cpu;
  private final Layout layout;

  /** The numbers themselves; null if they are computed. */
  private final INDArray stored;

  /** Computes them into a flat array; null if they are there. */
  private final Consumer<INDArray> computation;

  /** A number that is another one when what they follow from may have changed. */
  private final LongSupplier changes;

  private final List<Copy> copies = new ArrayList<>();

  private Weights(
      Cpu cpu,
      Layout layout,
      INDArray stored,
      Consumer<INDArray> computation,
      LongSupplier changes) {
    this.cpu = cpu;
    this.layout = layout;
    this.stored = stored;
    this.computation = computation;
    this.changes = changes;
  }

  /**
   * Numbers that are computed from parameters and statistics.
   *
   * @param layout how they lie in the array
   * @param isFrozen whether they follow from frozen layers alone, so that training changes none
   * @param computation computes them into a flat array
   */
  static Weights computed(
      Cpu cpu, Layout layout, boolean isFrozen, Consumer<INDArray> computation) {
    LongSupplier changes = isFrozen ? cpu::frozenChanges : cpu::allChanges;
    return new Weights(cpu, layout, null, computation, changes);
  }

  /** A parameter's own values; the same object each time, as replicas of a layer share them. */
  static Weights of(Cpu cpu, Layout layout, Parameter parameter) {
    LongSupplier changes = parameter.isFrozen() ? cpu::frozenChanges : cpu::changes;
    synchronized (cpu) {
      return cpu.ownValuesOf(
          parameter, () -> new Weights(cpu, layout, parameter.value().storage(), null, changes));
    }
  }

  /** Numbers of a type in whatever layout a primitive likes best. */
  memory.desc any(memory.data_type type) {
    return new memory.desc(layout.dims(), type, memory.format_tag.any);
  }

  /**
   * The numbers in a layout, up to date when the program runs; if they never change, up to date
   * from now on, for the programs of all replicas.
   */
  memory in(Program program, memory.desc wanted) {
    synchronized (cpu) {
      Copy copy = copyIn(wanted);
      if (cpu.isForInference()) {
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
    return in(program, layout.desc(Numbers.FLOAT.type()));
  }

  /** What brings the numbers into a layout. */
  private Runnable bringing(memory target) {
    if (stored == null) {
      return () -> computeInto(target);
    }
    return reordering(stored, target)::run;
  }

  /** Only the copies stay, as there is hardly a primitive that takes the numbers as they lie. */
  private void computeInto(memory target) {
    INDArray numbers =
        Nd4j.createUninitializedDetached(DataType.FLOAT, Tensor.elements(layout.dims()));
    computation.accept(numbers);
    reordering(numbers, target).run();
    numbers.close();
  }

  private Program reordering(INDArray numbers, memory target) {
    Program reorder = new Program(cpu);
    reorder.reorderInto(cpu.floats(layout, numbers), target);
    return reorder;
  }

  /** The numbers in another layout, or where they are. */
  private final class Copy implements Runnable {
    private final memory memory;
    private final Runnable bringing;
    private long copied = -1;

    Copy(memory.desc wanted) {
      boolean isThere = stored != null && layout.desc(Numbers.FLOAT.type()).equals(wanted);
      memory = isThere ? cpu.floats(layout, stored) : new memory(wanted, cpu.engine());
      bringing = isThere ? () -> {} : bringing(memory);
    }

    @Override
    public void run() {
      long now = changes.getAsLong();
      if (copied != now) {
        bringing.run();
        copied = now;
      }
    }
  }
}
