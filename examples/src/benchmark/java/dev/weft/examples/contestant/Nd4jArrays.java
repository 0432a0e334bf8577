package dev.weft.examples.contestant;

import java.io.IOException;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's arrays from elsewhere. */
final class Nd4jArrays {
  private Nd4jArrays() {}

  /** A copy of numbers in C order. */
  static INDArray of(FloatBuffer values, long... shape) {
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape);
    FloatPointer from = new FloatPointer(values);
    Pointer.memcpy(array.data().addressPointer(), from, array.length() * Float.BYTES);
    return array;
  }

  /** An array of a file. */
  static INDArray read(StoredWeights weights, String name) throws IOException {
    INDArray array =
        Nd4j.createUninitialized(
            DataType.FLOAT, weights.shape(name));
    BytePointer bytes = new BytePointer(array.data().addressPointer());
    weights.read(name, bytes.capacity(array.length() * Float.BYTES).asByteBuffer());
    return array;
  }
}
