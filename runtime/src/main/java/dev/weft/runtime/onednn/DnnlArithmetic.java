package dev.weft.runtime.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import dev.weft.runtime.layer.Arithmetic;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums in one pass over the memory: each is one primitive, a sum of two scaled operands to which a
 * part of what was there before is added. An optimiser is bound by memory, and this touches half as
 * much as an operation for each part.
 */
final class DnnlArithmetic implements Arithmetic {
  private final Cpu cpu;
  private final Map<Key, Sum> known = new HashMap<>();

  /** Arrays by where they lie, which tells views of them that are made anew each time. */
  private record Key(long y, long x, long z, long length) {}

  DnnlArithmetic(Cpu cpu) {
    this.cpu = cpu;
  }

  @Override
  public void sum(INDArray y, double own, double a, INDArray x, double b, INDArray z) {
    if (z == null) {
      find(y, y, x, 0).run(own, a);
    } else {
      find(y, x, z, own).run(a, b);
    }
  }

  /**
   * Finds or makes a sum.
   *
   * @param kept how much of what is there stays
   */
  private Sum find(INDArray y, INDArray x, INDArray z, double kept) {
    Key key = new Key(address(y), address(x), address(z), y.length());
    Sum sum = known.get(key);
    if (sum == null || sum.kept != kept) {
      sum = new Sum(y, x, z, kept);
      known.put(key, sum);
    }
    return sum;
  }

  private static long address(INDArray array) {
    return array.data().address() + array.offset() * Float.BYTES;
  }

  /** {@code y = kept y + a x + b z}. */
  private final class Sum {
    private final double kept;
    private final FloatPointer a = new FloatPointer(1);
    private final FloatPointer b = new FloatPointer(1);
    private final Program program = new Program(cpu);

    Sum(INDArray y, INDArray x, INDArray z, double kept) {
      this.kept = kept;
      memory sum = flat(y);
      memory first = flat(x);
      memory second = flat(z);
      binary.primitive_desc desc =
          new binary.primitive_desc(
              cpu.engine(),
              algorithm.binary_add,
              first.get_desc(),
              second.get_desc(),
              sum.get_desc(),
              attributes(),
              false);
      Arguments arguments =
          Arguments.of(DNNL_ARG_SRC_0, first)
              .and(DNNL_ARG_SRC_1, second)
              .and(DNNL_ARG_DST, sum)
              .and(DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC_0, number(a))
              .and(DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC_1, number(b));
      program.add(new binary(desc), desc, arguments);
    }

    private primitive_attr attributes() {
      primitive_attr attributes = Program.attributes();
      attributes.set_scales_mask(DNNL_ARG_SRC_0, 0);
      attributes.set_scales_mask(DNNL_ARG_SRC_1, 0);
      if (kept != 0) {
        post_ops after = new post_ops();
        after.append_sum((float) kept, 0, memory.data_type.undef);
        attributes.set_post_ops(after);
      }
      return attributes;
    }

    private memory flat(INDArray array) {
      return cpu.floats(Layout.plain(array.length()), array);
    }

    private memory number(FloatPointer value) {
      return cpu.memory(Layout.plain(1), Numbers.FLOAT, value);
    }

    void run(double first, double second) {
      a.put((float) first);
      b.put((float) second);
      program.run();
    }
  }
}
