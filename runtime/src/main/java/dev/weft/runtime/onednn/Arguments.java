package dev.weft.runtime.onednn;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;

/** What a primitive is given, by oneDNN's numbers for it. */
final class Arguments {
  private final IntMemoryMap all = new IntMemoryMap();

  static Arguments of(int number, memory memory) {
    return new Arguments().and(number, memory);
  }

  Arguments and(int number, memory memory) {
    all.put(number, memory);
    return this;
  }

  Arguments and(int number, Operand operand) {
    return and(number, operand.memory());
  }

  IntMemoryMap all() {
    return all;
  }
}
