package dev.weft.examples;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import dev.weft.runtime.tensor.DataType;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.Pointer;

/** The product of two large matrices by oneDNN: what the machine can do at most. */
public final class MatrixProduct {
  /** The rows and columns of each matrix. */
  static final int SIZE = 2048;

  /** Of each byte of the factors, which makes numbers of about one in either type. */
  private static final int FILL = 0x3f;

  private final engine engine = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);
  private final stream stream = new stream(engine);
  private final IntMemoryMap arguments = new IntMemoryMap();
  private final matmul product;

  /**
   * A product.
   *
   * @param type of all three matrices, float or bfloat16
   */
  public MatrixProduct(DataType type) {
    memory.data_type numbers =
        type == DataType.BFLOAT16 ? memory.data_type.bf16 : memory.data_type.f32;
    memory.desc plain = new memory.desc(new long[] {SIZE, SIZE}, numbers, new long[] {SIZE, 1});
    product = new matmul(new matmul.primitive_desc(engine, plain, plain, plain));
    for (int argument : new int[] {DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST}) {
      memory matrix = new memory(plain, engine);
      Pointer.memset(matrix.get_data_handle(), FILL, plain.get_size());
      arguments.put(argument, matrix);
    }
  }

  /** Multiplies. */
  public void run() {
    product.execute(stream, arguments);
    stream._wait();
  }

  /** Floating-point operations of {@link #run}. */
  public static double operations() {
    return 2.0 * SIZE * SIZE * SIZE;
  }
}
