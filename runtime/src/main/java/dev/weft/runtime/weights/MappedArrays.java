package dev.weft.runtime.weights;

import dev.weft.dsl.weights.TensorEntry;
import dev.weft.dsl.weights.TensorType;
import dev.weft.runtime.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The arrays of a file, which is mapped into memory a window at a time: as large as it may be, no
 * more than one array of it is ever copied.
 */
final class MappedArrays {
  /** In elements; large enough that mapping costs nothing beside copying. */
  private static final int WINDOW = 1 << 20;

  private final FileChannel channel;
  private final long dataStart;
  private final int window;

  MappedArrays(FileChannel channel, long dataStart) {
    this(channel, dataStart, WINDOW);
  }

  /** With windows of so many elements. */
  MappedArrays(FileChannel channel, long dataStart, int window) {
    this.channel = channel;
    this.dataStart = dataStart;
    this.window = window;
  }

  /**
   * A copy in double precision of an array that is in it, and in single precision of any other,
   * which loses nothing. The caller closes it.
   */
  INDArray read(TensorEntry entry) throws IOException {
    long[] dims = entry.shape().stream().mapToLong(Long::longValue).toArray();
    long elements = Tensor.elements(dims);
    DataType type = entry.type() == TensorType.F64 ? DataType.DOUBLE : DataType.FLOAT;
    INDArray array = Nd4j.createUninitializedDetached(type, dims);
    INDArray flat = array.reshape('c', new long[] {elements});
    for (long first = 0; first < elements; first += window) {
      int count = (int) Math.min(window, elements - first);
      try (INDArray values = values(entry.type(), bytes(entry, first, count))) {
        flat.get(NDArrayIndex.interval(first, first + count)).assign(values);
      }
    }
    return array;
  }

  private ByteBuffer bytes(TensorEntry entry, long first, int count) throws IOException {
    int size = entry.type().bytes();
    long position = dataStart + entry.begin() + first * size;
    return channel
        .map(FileChannel.MapMode.READ_ONLY, position, (long) count * size)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static INDArray values(TensorType type, ByteBuffer bytes) {
    if (type == TensorType.F64) {
      double[] values = new double[bytes.remaining() / Double.BYTES];
      bytes.asDoubleBuffer().get(values);
      return Nd4j.createFromArray(values);
    }
    return Nd4j.createFromArray(singles(type, bytes));
  }

  private static float[] singles(TensorType type, ByteBuffer bytes) {
    float[] values = new float[bytes.remaining() / type.bytes()];
    ShortBuffer halves = bytes.asShortBuffer();
    switch (type) {
      case F32 -> bytes.asFloatBuffer().get(values);
      case F16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = HalfPrecision.toFloat(halves.get(i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.intBitsToFloat(halves.get(i) << Short.SIZE);
        }
      }
      default -> throw new IllegalArgumentException("weights cannot be " + type);
    }
    return values;
  }
}
