package dev.weft.runtime.onednn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * The processor as one network uses it: where its primitives run, the memory that they share for
 * intermediate values, and how often its parameters may have changed.
 */
final class Cpu {
  private final engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
  private final stream stream = new stream(engine);
  private final List<Scratch> scratches = new ArrayList<>();
  private long changes;
  private Program last;

  /** Memory whose contents last until the next primitive; it grows to what the largest needs. */
  private static final class Scratch {
    private final Set<memory> users = Collections.newSetFromMap(new WeakHashMap<>());
    private FloatPointer elements = new FloatPointer(0);

    memory user(memory.desc desc, engine engine) {
      long needed = (desc.get_size() + Float.BYTES - 1) / Float.BYTES;
      if (needed > elements.capacity()) {
        elements = new FloatPointer(needed);
        users.forEach(user -> user.set_data_handle(elements));
      }
      memory user = new memory(desc, engine, elements);
      users.add(user);
      return user;
    }
  }

  engine engine() {
    return engine;
  }

  stream stream() {
    return stream;
  }

  /** The memory of a tensor as oneDNN sees it. */
  memory memory(Layout layout, Pointer first) {
    return new memory(layout.desc(), engine, first);
  }

  /**
   * Memory of the network's for intermediate values.
   *
   * @param slot which one, for what is needed at a time
   */
  memory scratch(int slot, memory.desc desc) {
    while (scratches.size() <= slot) {
      scratches.add(new Scratch());
    }
    return scratches.get(slot).user(desc, engine);
  }

  /** Other memory of the same elements; where those are intermediate, it moves with them. */
  memory alias(memory memory, memory.desc desc) {
    for (Scratch scratch : scratches) {
      if (scratch.users.contains(memory)) {
        return scratch.user(desc, engine);
      }
    }
    return new memory(desc, engine, memory.get_data_handle());
  }

  /** To be called when a layer has run: a program, or null where ND4J computed on copies. */
  void ran(Program program) {
    last = program;
  }

  /** What computed the layer that ran last. */
  String lastImplementation() {
    return last == null ? "nd4j (copied)" : last.implementation();
  }

  /** To be called whenever parameters change or are about to. */
  void parametersChange() {
    changes++;
  }

  /** A number that is another one when parameters may have changed. */
  long changes() {
    return changes;
  }
}
