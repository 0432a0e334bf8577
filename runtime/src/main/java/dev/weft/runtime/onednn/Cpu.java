package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The processor as one network uses it: where its primitives run, the memory that they share for
 * intermediate values, and how often its parameters may have changed.
 */
final class Cpu {
  private final engine engine;
  private final stream stream;
  private final Numbers activations;
  private final List<Scratch> scratches = new ArrayList<>();
  private final boolean forInference;
  private final Cpu shared;
  private final Map<Parameter, List<LinearParameters.Values>> values = new HashMap<>();
  private final Map<Parameter, Weights> ownValues = new HashMap<>();
  private long changes;
  private long statisticsChanges;
  private long frozenChanges;
  private Program last;

  /**
   * A processor for a network of its own.
   *
   * @param activations what that computes with
   */
  Cpu(Numbers activations) {
    this(activations, false);
  }

  private Cpu(Numbers activations, boolean forInference) {
    engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
    stream = new stream(engine);
    this.activations = activations;
    this.forInference = forInference;
    shared = this;
  }

  private Cpu(Cpu shared) {
    engine = shared.engine;
    stream = new stream(engine);
    activations = shared.activations;
    forInference = shared.forInference;
    this.shared = shared;
  }

  /** A processor for replicas of a network whose parameters do not change any more. */
  static Cpu forInference(Numbers activations) {
    return new Cpu(activations, true);
  }

  /** A processor for a replica, with memory of its own for all but the weights. */
  Cpu replica() {
    return new Cpu(shared);
  }

  /**
   * Where the weights are brought into the layouts of primitives: what replicas of a network have
   * in common, and a network's own processor else. To be locked while it is used.
   */
  Cpu shared() {
    return shared;
  }

  /** Whether parameters never change, so that what follows from them is computed only once. */
  boolean isForInference() {
    return forInference;
  }

  /**
   * What the forward primitives are for that write something for a backward pass, as where the
   * maxima were: in copies of a network for inference, which has none, they do not.
   */
  prop_kind forward() {
    return forInference ? prop_kind.forward_inference : prop_kind.forward_training;
  }

  /** All that primitives multiply by so far that follows from a layer's weights. */
  List<LinearParameters.Values> valuesOf(Parameter weight) {
    return values.computeIfAbsent(weight, layer -> new ArrayList<>());
  }

  /** What a parameter itself holds, made if it was not asked for yet. */
  Weights ownValuesOf(Parameter parameter, Supplier<Weights> maker) {
    return ownValues.computeIfAbsent(parameter, any -> maker.get());
  }

  /** Memory whose contents last until the next primitive; it grows to what the largest needs. */
  private static final class Scratch {
    private final Set<memory> users = Collections.newSetFromMap(new WeakHashMap<>());
    private FloatPointer elements = new FloatPointer(0);

    memory user(memory.desc desc, engine engine) {
      long needed = (desc.get_size() + Float.BYTES - 1) / Float.BYTES;
      if (needed > elements.capacity()) {
        FloatPointer outgrown = elements;
        elements = new FloatPointer(needed);
        users.forEach(user -> user.set_data_handle(elements));
        outgrown.deallocate();
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

  /** The numbers of activations, their gradients, and the weights that meet them. */
  Numbers activations() {
    return activations;
  }

  /** Memory as oneDNN sees it, from an element on. */
  memory memory(Layout layout, Numbers type, Pointer first) {
    return new memory(layout.desc(type.type()), engine, first);
  }

  /** An array of single precision, as parameters, their gradients and what users hold are. */
  memory floats(Layout layout, INDArray array) {
    return memory(layout, Numbers.FLOAT, Pointers.to(array, 0));
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

  /** To be called whenever parameters or statistics of a frozen layer are set or handed out. */
  void frozenChange() {
    frozenChanges++;
    parametersChange();
  }

  /** A number that is another one when those of frozen layers may have changed. */
  long frozenChanges() {
    return frozenChanges;
  }

  /** To be called whenever running statistics change, as in each forward pass of a training. */
  void statisticsChange() {
    statisticsChanges++;
  }

  /** The same of parameters and running statistics. */
  long allChanges() {
    return changes + statisticsChanges;
  }

  /** A number that is another one when parameters may have changed. */
  long changes() {
    return changes;
  }
}
