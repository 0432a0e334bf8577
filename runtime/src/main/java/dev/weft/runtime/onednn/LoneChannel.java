package dev.weft.runtime.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Copies one channel out of several, or into them, pixel by pixel. For some sizes, such as 90x90,
 * oneDNN 3.11 copies wrong numbers there.
 */
final class LoneChannel implements Runnable {
  private final Layout source;
  private final memory from;
  private final Layout target;
  private final memory to;
  private final boolean adds;

  /**
   * A copy.
   *
   * @param adds whether to add to what is there
   */
  LoneChannel(Layout source, memory from, Layout target, memory to, boolean adds) {
    this.source = source;
    this.from = from;
    this.target = target;
    this.to = to;
    this.adds = adds;
  }

  /** Whether a tensor of these dimensions is such a channel. */
  static boolean is(Layout layout) {
    return layout.rank() == 4 && layout.dim(1) == 1 && !layout.isDense();
  }

  @Override
  public void run() {
    FloatBuffer read = floats(from, source);
    FloatBuffer written = floats(to, target);
    for (long image = 0; image < source.dim(0); image++) {
      for (long row = 0; row < source.dim(2); row++) {
        int in = Math.toIntExact(image * source.stride(0) + row * source.stride(2));
        int out = Math.toIntExact(image * target.stride(0) + row * target.stride(2));
        for (long column = 0; column < source.dim(3); column++) {
          float before = adds ? written.get(out) : 0;
          written.put(out, before + read.get(in));
          in += (int) source.stride(3);
          out += (int) target.stride(3);
        }
      }
    }
  }

  private static FloatBuffer floats(memory memory, Layout layout) {
    long length = 1;
    for (int i = 0; i < layout.rank(); i++) {
      length += (layout.dim(i) - 1) * layout.stride(i);
    }
    return new FloatPointer(memory.get_data_handle()).capacity(length).asBuffer();
  }
}
