package dev.weft.processor.emit;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.plan.Memory;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.Numeral;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes values as parts of the buffers that they lie in. */
final class Views {
  private final Memory memory;
  private final boolean alike;

  /**
   * A writer.
   *
   * @param alike whether a concatenation that lies in no other is written as if it did, to be like
   *     those that do
   */
  Views(Memory memory, boolean alike) {
    this.memory = memory;
    this.alike = alike;
  }

  /**
   * Writes a value behind the expression for its buffer.
   *
   * @param batch the variable with the number of images
   */
  void addView(CodeBlock.Builder code, Value value, String batch) {
    Deque<Memory.Slice> inward = new ArrayDeque<>();
    Deque<Value> parts = new ArrayDeque<>();
    Value holder = value;
    for (Memory.Slice slice = within(value); slice != null; slice = within(holder)) {
      inward.push(slice);
      parts.push(holder);
      holder = slice.whole();
    }
    boolean isPart = !parts.isEmpty() || alike && value.node().op() instanceof ConcatOp;
    code.add(".view($N, ", batch);
    addDims(code, holder.shape(), isPart ? "allChannels" : "channels");
    Shape written = holder.shape();
    Shape reached = written;
    int first = 0;
    for (Value part : parts) {
      first += inward.pop().firstChannel();
      if (part.shape().elements() == reached.elements() && !part.shape().equals(reached)) {
        if (!reached.equals(written)) {
          addChannels(code, reached, first);
        }
        code.add(".reshaped($N, ", batch);
        addDims(code, part.shape(), "channels");
        written = part.shape();
        first = 0;
      }
      reached = part.shape();
    }
    if (!reached.equals(written) || isPart && parts.isEmpty()) {
      addChannels(code, reached, first);
    }
  }

  private Memory.Slice within(Value value) {
    return memory.within(value).orElse(null);
  }

  /** A call that takes some channels. */
  private static void addChannels(CodeBlock.Builder code, Shape wanted, int first) {
    code.add(
        ".channels($L, $L)",
        new Numeral(first, "from"),
        new Numeral(first + wanted.channels(), "to"));
  }

  /** The last arguments of a call: the dimensions. */
  private static void addDims(CodeBlock.Builder code, Shape shape, String ofChannels) {
    code.add("$L", new Numeral(shape.dim(0), ofChannels));
    for (int i = 1; i < shape.rank(); i++) {
      code.add(", $L", new Numeral(shape.dim(i), "size"));
    }
    code.add(")");
  }
}
