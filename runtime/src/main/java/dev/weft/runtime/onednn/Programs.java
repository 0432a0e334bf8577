package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The programs of a layer, one for each set of tensors that it is called with. */
final class Programs {
  private final Cpu cpu;
  private final List<Entry> entries = new ArrayList<>();

  /** Makes a program. */
  interface Maker {
    /**
     * Adds the steps.
     *
     * @param tensors what the program was asked for, in order
     */
    void addTo(Program program, DnnlTensor... tensors);
  }

  /** The makers of a layer's programs with a function behind it, one for each function. */
  static final class Activated {
    private final Map<Elementwise, Maker> makers = new IdentityHashMap<>();
    private final Function<DnnlElementwise, Maker> making;

    Activated(Function<DnnlElementwise, Maker> making) {
      this.making = making;
    }

    Maker with(Elementwise function) {
      return makers.computeIfAbsent(function, any -> making.apply((DnnlElementwise) function));
    }
  }

  /** Held by the tensors: when those of a pass are gone, so is the program. */
  private record Entry(List<WeakReference<Tensor>> tensors, Maker maker, Program program) {
    boolean isFor(Maker other, Tensor... wanted) {
      if (maker != other || tensors.size() != wanted.length) {
        return false;
      }
      for (int i = 0; i < wanted.length; i++) {
        if (!isSame(tensors.get(i), wanted[i])) {
          return false;
        }
      }
      return true;
    }

    private static boolean isSame(WeakReference<Tensor> tensor, Tensor wanted) {
      return wanted == null ? tensor == null : tensor != null && tensor.refersTo(wanted);
    }

    boolean isStale() {
      return tensors.stream().anyMatch(tensor -> tensor != null && tensor.refersTo(null));
    }
  }

  Programs(Cpu cpu) {
    this.cpu = cpu;
  }

  Cpu cpu() {
    return cpu;
  }

  /**
   * Runs the program of a maker for some tensors, any of which may be null.
   *
   * @param maker the same object each time
   */
  void run(Maker maker, Tensor... tensors) {
    Program program = find(maker, tensors);
    program.run();
    cpu.ran(program);
    // Programs only know where the memory of tensors is.
    Reference.reachabilityFence(tensors);
  }

  private Program find(Maker maker, Tensor... tensors) {
    for (Entry entry : entries) {
      if (entry.isFor(maker, tensors)) {
        return entry.program();
      }
    }
    entries.removeIf(Entry::isStale);
    Program program = new Program(cpu);
    DnnlTensor[] own = new DnnlTensor[tensors.length];
    List<WeakReference<Tensor>> references = new ArrayList<>();
    for (int i = 0; i < tensors.length; i++) {
      own[i] = (DnnlTensor) tensors[i];
      references.add(tensors[i] == null ? null : new WeakReference<>(tensors[i]));
    }
    maker.addTo(program, own);
    entries.add(new Entry(references, maker, program));
    return program;
  }
}
