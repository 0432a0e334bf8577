package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's operations by name, each writing into an array that exists. */
final class Ops {
  private Ops() {}

  /**
   * {@code c = a b}, or products of matrices pair by pair where the arrays have three dimensions.
   */
  static void matmul(INDArray a, INDArray b, INDArray c) {
    matmul(a, false, b, false, c);
  }

  /** {@code c = a b} with either of them transposed. */
  static void matmul(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c) {
    Nd4j.exec(
        DynamicCustomOp.builder("matmul")
            .addInputs(a, b)
            .addOutputs(c)
            .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
            .build());
  }

  /** {@code z = a + b}; {@code b}'s dimensions of size 1 are repeated. */
  static void add(INDArray a, INDArray b, INDArray z) {
    exec("add", z, a, b);
  }

  /** {@code z = a - b}; {@code b}'s dimensions of size 1 are repeated. */
  static void subtract(INDArray a, INDArray b, INDArray z) {
    exec("subtract", z, a, b);
  }

  /** {@code z = a b}, element by element; {@code b}'s dimensions of size 1 are repeated. */
  static void multiply(INDArray a, INDArray b, INDArray z) {
    exec("multiply", z, a, b);
  }

  /** An operation by ND4J's name for it, without arguments. */
  static void exec(String name, INDArray output, INDArray... inputs) {
    Nd4j.exec(DynamicCustomOp.builder(name).addInputs(inputs).addOutputs(output).build());
  }

  /** An operation by ND4J's name for it, with integer arguments. */
  static void exec(String name, int[] arguments, INDArray output, INDArray... inputs) {
    Nd4j.exec(
        DynamicCustomOp.builder(name)
            .addInputs(inputs)
            .addOutputs(output)
            .addIntegerArguments(arguments)
            .build());
  }
}
