package dev.weft.runtime.onednn;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * Copies one channel out of several, or into them, pixel by pixel. For some sizes, such as 90x90,
 * oneDNN 3.11 copies wrong numbers there.
 */
final class LoneChannel implements Runnable {
  private final Layout source;
  private final memory from;
  private final Layout target;
  private final memory to;

  LoneChannel(Layout source, memory from, Layout target, memory to) {
    this.source = source;
    this.from = from;
    this.target = target;
    this.to = to;
  }

  /** Whether a tensor of these dimensions is such a channel. */
  static boolean is(Layout layout) {
    return layout.rank() == 4 && layout.dim(1) == 1 && !layout.isDense();
  }

  @Override
  public void run() {
    Elements read = elements(from, source);
    Elements written = elements(to, target);
    for (long image = 0; image < source.dim(0); image++) {
      for (long row = 0; row < source.dim(2); row++) {
        int in = Math.toIntExact(image * source.stride(0) + row * source.stride(2));
        int out = Math.toIntExact(image * target.stride(0) + row * target.stride(2));
        for (long column = 0; column < source.dim(3); column++) {
          written.put(out, read.get(in));
          in += (int) source.stride(3);
          out += (int) target.stride(3);
        }
      }
    }
  }

  /** Numbers in memory, of either type. */
  private interface Elements {
    float get(int index);

    void put(int index, float value);
  }

  private record Floats(FloatBuffer all) implements Elements {
    @Override
    public float get(int index) {
      return all.get(index);
    }

    @Override
    public void put(int index, float value) {
      all.put(index, value);
    }
  }

  private record Bfloats(ShortBuffer all) implements Elements {
    @Override
    public float get(int index) {
      return Bfloat.toFloat(all.get(index));
    }

    @Override
    public void put(int index, float value) {
      all.put(index, Bfloat.ofFloat(value));
    }
  }

  private static Elements elements(memory memory, Layout layout) {
    long length = 1;
    for (int i = 0; i < layout.rank(); i++) {
      length += (layout.dim(i) - 1) * layout.stride(i);
    }
    Pointer first = memory.get_data_handle();
    return memory.get_desc().get_data_type().intern() == Numbers.FLOAT.type()
        ? new Floats(new FloatPointer(first).capacity(length).asBuffer())
        : new Bfloats(new ShortPointer(first).capacity(length).asBuffer());
  }
}
