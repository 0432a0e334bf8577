package dev.weft.processor.emit;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.plan.Memory;
import dev.weft.dsl.plan.Value;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.Numeral;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

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
   * The expression for a value.
   *
   * @param batch the variable with the number of images
   * @param buffer the expression for its buffer
   */
  CodeBlock view(Value value, String batch, CodeBlock buffer) {
    Deque<Value> inward = new ArrayDeque<>();
    Value holder = value;
    while (memory.within(holder).isPresent()) {
      inward.push(holder);
      holder = memory.within(holder).get().whole();
    }
    boolean isPart = !inward.isEmpty() || alike && value.node().op() instanceof ConcatOp;
    String ofHolder = isPart ? "allChannels" : "channels";
    CodeBlock.Builder code =
        CodeBlock.builder().add("$L.view($N, $L)", buffer, batch, dims(holder.shape(), ofHolder));
    Shape written = holder.shape();
    Shape reached = written;
    int first = 0;
    for (Value part : inward) {
      first += memory.within(part).orElseThrow().firstChannel();
      if (part.shape().elements() == reached.elements() && !part.shape().equals(reached)) {
        if (!reached.equals(written)) {
          code.add(channels(reached, first));
        }
        code.add(".reshaped($N, $L)", batch, dims(part.shape(), "channels"));
        written = part.shape();
        first = 0;
      }
      reached = part.shape();
    }
    boolean isWhole = reached.equals(written) && !(isPart && inward.isEmpty());
    return isWhole ? code.build() : code.add(channels(reached, first)).build();
  }

  /** A call that takes some channels. */
  private static CodeBlock channels(Shape wanted, int first) {
    return CodeBlock.of(
        ".channels($L, $L)",
        new Numeral(first, "from"),
        new Numeral(first + wanted.channels(), "to"));
  }

  private static CodeBlock dims(Shape shape, String ofChannels) {
    List<CodeBlock> dims = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      dims.add(CodeBlock.of("$L", new Numeral(shape.dim(i), i == 0 ? ofChannels : "size")));
    }
    return CodeBlock.join(dims, ", ");
  }
}
