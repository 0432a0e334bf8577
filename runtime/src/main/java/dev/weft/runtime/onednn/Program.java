package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import dev.weft.runtime.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * What a layer does for certain tensors: primitives that are made once, in the order in which they
 * run. Tensors whose elements lie apart, as parts of a concatenation do, are gathered before and
 * scattered behind, for oneDNN has fast primitives for dense ones only.
 */
final class Program {
  /** Slot 0 is the primitives' own. */
  private static final int SCRATCHPAD = 0;

  private final Cpu cpu;
  private final List<Runnable> steps = new ArrayList<>();
  private final List<Runnable> scatters = new ArrayList<>();

  /** Memory that else only primitives know. */
  private final List<Pointer> kept = new ArrayList<>();

  /** What the steps are called, each name once. */
  private final Set<String> implementations = new LinkedHashSet<>();

  private int slots = SCRATCHPAD + 1;

  Program(Cpu cpu) {
    this.cpu = cpu;
  }

  /** Attributes for primitives that are to use the network's memory. */
  static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
    return attributes;
  }

  Cpu cpu() {
    return cpu;
  }

  void run() {
    for (Runnable step : steps) {
      step.run();
    }
    for (Runnable scatter : scatters) {
      scatter.run();
    }
  }

  /** What computes: the names of the primitives' code, {@code brgconv_1x1:avx512_core}. */
  String implementation() {
    return String.join(" + ", implementations);
  }

  /** A tensor to be read, with channels last. */
  Operand read(DnnlTensor tensor) {
    return read(tensor, Layout.channelsLast(tensor.dims()));
  }

  /** A tensor to be read in a layout of as many elements in the same order. */
  Operand read(DnnlTensor tensor, Layout wanted) {
    Layout own = own(tensor, wanted);
    if (own.isLike(wanted)) {
      return new Operand(own, tensor.memoryOf(own));
    }
    int slot = slots++;
    Layout gathered = like(wanted, own);
    memory from = tensor.memoryOf(own.squeezed());
    memory to = scratch(slot, gathered.squeezed());
    steps.add(copying(own, from, gathered, to));
    return new Operand(wanted, scratch(slot, wanted));
  }

  /** A tensor to be written, with channels last. */
  Operand write(DnnlTensor tensor) {
    return write(tensor, Layout.channelsLast(tensor.dims()));
  }

  /**
   * A tensor to be written, or memory of a layout where nobody asks for what a primitive writes.
   */
  Operand writeIfAsked(DnnlTensor orNull, Layout layout) {
    return orNull == null ? scratch(layout) : write(orNull);
  }

  /** A tensor to be written, a flattened image as the image that it was. */
  Operand writeAsItLies(DnnlTensor tensor) {
    return write(tensor, Layout.channelsLast(tensor.layout().dims()));
  }

  /** A tensor to be written in a layout of as many elements in the same order. */
  Operand write(DnnlTensor tensor, Layout wanted) {
    Layout own = own(tensor, wanted);
    return own.isLike(wanted)
        ? new Operand(own, tensor.memoryOf(own))
        : scattered(tensor, own, wanted);
  }

  private Operand scattered(DnnlTensor tensor, Layout own, Layout wanted) {
    int slot = slots++;
    Layout written = like(wanted, own);
    memory from = scratch(slot, written.squeezed());
    memory to = tensor.memoryOf(own.squeezed());
    scatters.add(copying(written, from, own, to));
    return new Operand(wanted, scratch(slot, wanted));
  }

  /** The tensor as it lies, if possible by the dimensions of another layout. */
  private static Layout own(DnnlTensor tensor, Layout wanted) {
    return tensor.layout().viewed(wanted.dims()).orElse(tensor.layout());
  }

  /** A layout by the dimensions of a tensor. */
  private static Layout like(Layout layout, Layout own) {
    return layout.viewed(own.dims()).orElseThrow();
  }

  /** Memory for an intermediate value. */
  Operand scratch(Layout layout) {
    return new Operand(layout, scratch(slots++, layout));
  }

  /** Memory for an intermediate value in a layout that only oneDNN knows. */
  memory scratch(memory.desc desc) {
    return scratch(slots++, desc);
  }

  /** Numbers that never change, in the network's type; their own memory is given back. */
  Operand constant(Layout layout, FloatPointer values) {
    memory constant = new memory(layout.desc(cpu.activations().type()), cpu.engine());
    // By another program, as it is nothing that this one does each time.
    Program once = new Program(cpu);
    once.reorderInto(cpu.memory(layout, Numbers.FLOAT, values), constant);
    once.run();
    values.deallocate();
    kept.add(constant);
    return new Operand(layout, constant);
  }

  /** The elements of an operand in single precision. */
  Operand floats(Operand operand) {
    Layout layout = operand.layout();
    memory floats = scratch(layout.desc(Numbers.FLOAT.type()));
    steps.add(reorder(operand.memory(), floats));
    return new Operand(layout, floats);
  }

  /** The elements of an operand by another layout, which begins where its own does. */
  Operand by(Layout layout, Operand operand) {
    memory memory = cpu.alias(operand.memory(), layout.desc(operand.type()));
    kept.add(memory);
    return new Operand(layout, memory);
  }

  private memory scratch(int slot, Layout layout) {
    return scratch(slot, layout.desc(cpu.activations().type()));
  }

  /** The network moves such memory when it grows, but knows it only as long as it is held here. */
  private memory scratch(int slot, memory.desc desc) {
    memory memory = cpu.scratch(slot, desc);
    kept.add(memory);
    return memory;
  }

  /** Copies all elements of a tensor into another of the same dimensions. */
  void copy(DnnlTensor from, DnnlTensor to) {
    Layout source = from.layout().viewed(to.layout().dims()).orElse(from.layout());
    Layout target = to.layout().viewed(source.dims()).orElse(to.layout());
    copy(from, source, to, target);
  }

  /** Copies some elements of a tensor to some of another, by layouts of equal dimensions. */
  void copy(DnnlTensor from, Layout source, DnnlTensor to, Layout target) {
    copy(source, from.memoryOf(source.squeezed()), target, to.memoryOf(target.squeezed()));
  }

  /** Copies elements from memory to memory, by squeezed layouts of equal dimensions. */
  void copy(Layout source, memory from, Layout target, memory to) {
    steps.add(copying(source, from, target, to));
  }

  private Runnable copying(Layout source, memory from, Layout target, memory to) {
    if (LoneChannel.is(source) || LoneChannel.is(target)) {
      implementations.add("java");
      return new LoneChannel(source, from, target, to);
    }
    return reorder(from, to);
  }

  /** Sets all elements of a tensor to zero. */
  void clear(DnnlTensor tensor) {
    Layout layout = tensor.layout();
    FloatPointer zeros = new FloatPointer(Tensor.elements(layout.dims()));
    zeros.zero();
    memory nothing = cpu.memory(Layout.channelsLast(layout.dims()), Numbers.FLOAT, zeros);
    kept.add(zeros);
    steps.add(reorder(nothing, tensor.memoryOf(layout)));
  }

  private Runnable reorder(memory from, memory to) {
    reorder.primitive_desc desc =
        new reorder.primitive_desc(
            cpu.engine(), from.get_desc(), cpu.engine(), to.get_desc(), attributes(), false);
    Arguments arguments = Arguments.of(DNNL_ARG_FROM, from).and(DNNL_ARG_TO, to);
    implementations.add("reorder_" + desc.impl_info_str().getString());
    return call(new reorder(desc), desc, arguments);
  }

  /** Runs a primitive. */
  void add(primitive primitive, primitive_desc_base desc, Arguments arguments) {
    implementations.add(desc.impl_info_str().getString());
    steps.add(call(primitive, desc, arguments));
  }

  /** Does something that is no primitive. */
  void add(Runnable step) {
    steps.add(step);
  }

  /** Brings memory into a layout that only oneDNN knows. */
  void reorderInto(memory from, memory to) {
    steps.add(reorder(from, to));
  }

  private Runnable call(primitive primitive, primitive_desc_base desc, Arguments arguments) {
    memory.desc scratchpad = desc.scratchpad_desc();
    if (!scratchpad.is_zero()) {
      arguments.and(DNNL_ARG_SCRATCHPAD, scratch(SCRATCHPAD, scratchpad));
    }
    return () -> primitive.execute(cpu.stream(), arguments.all());
  }
}
