package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.api.rng.Random;
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

  /** {@code z = x}, but no lower than {@code least} and no higher than {@code most}. */
  static void clip(INDArray x, double least, double most, INDArray z) {
    Nd4j.exec(
        DynamicCustomOp.builder("clipbyvalue")
            .addInputs(x)
            .addOutputs(z)
            .addFloatingPointArguments(least, most)
            .build());
  }

  /** {@code z = 1} where {@code x} is above 0, else 0. */
  static void isPositive(INDArray x, INDArray z) {
    Nd4j.exec(new Step(x, z, 0));
  }

  /** Fills a mask with {@code 1 / keep}, with the probability {@code keep}, and zeros. */
  static void drawKept(INDArray mask, double keep, Random random) {
    Nd4j.getExecutioner().exec(new BernoulliDistribution(mask, keep), random);
    mask.divi(keep);
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
