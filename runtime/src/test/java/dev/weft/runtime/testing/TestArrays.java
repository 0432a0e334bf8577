package dev.weft.runtime.testing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays to test with, the same for the same seed. */
public final class TestArrays {
  private TestArrays() {}

  /** Normal numbers. */
  public static INDArray normal(long seed, DataType type, long... dims) {
    Random random = new Random(seed);
    double[] values = new double[length(dims)];
    Arrays.setAll(values, i -> random.nextGaussian());
    return array(values, type, dims);
  }

  /**
   * Numbers of both signs of which no two are closer than 0.01, nor is one closer to 0, so that
   * small steps change neither a maximum nor a sign.
   */
  public static INDArray distinct(long seed, DataType type, long... dims) {
    int length = length(dims);
    double spacing = Math.max(0.02, 3.0 / length);
    List<Double> grid =
        IntStream.range(0, length)
            .mapToObj(i -> (i - length / 2 + 0.5) * spacing)
            .collect(Collectors.toList());
    Collections.shuffle(grid, new Random(seed));
    return array(grid.stream().mapToDouble(Double::doubleValue).toArray(), type, dims);
  }

  /** The given numbers in C order. */
  public static INDArray array(double[] values, DataType type, long... dims) {
    return Nd4j.createFromArray(values).castTo(type).reshape('c', dims);
  }

  /** The numbers of an array in C order. */
  public static double[] values(INDArray array) {
    return flat(array.castTo(DataType.DOUBLE)).toDoubleVector();
  }

  /** A copy of an array as one dimension, in C order. */
  public static INDArray flat(INDArray array) {
    return array.dup('c').reshape('c', new long[] {array.length()});
  }

  /** The rows of an array from {@code from} up to {@code to}. */
  public static INDArrayIndex rows(long from, long to) {
    return NDArrayIndex.interval(from, to);
  }

  private static int length(long... dims) {
    return (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
  }
}
