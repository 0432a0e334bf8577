package dev.weft.runtime.model;

import dev.weft.dsl.Shape;
import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What arrays a network accepts.
 *
 * @param subject how a message starts: {@code the network LeNet5Network takes}
 * @param shape the shape of one element of the batch
 */
record BatchShape(String subject, Shape shape) {

  static BatchShape inputs(Model model) {
    return new BatchShape(
        "the network " + model.getClass().getSimpleName() + " takes", model.inputShape());
  }

  static BatchShape outputs(Model model) {
    return new BatchShape(
        "the output gradient of the network " + model.getClass().getSimpleName() + " comes in",
        model.outputShape());
  }

  static BatchShape sideOutput(Model model, int index, Shape shape) {
    return new BatchShape(
        "the gradient of side output "
            + index
            + " of the network "
            + model.getClass().getSimpleName()
            + " comes in",
        shape);
  }

  /** The size of the batch, if the array is one. */
  int batchOf(INDArray array) {
    if (array == null) {
      throw new IllegalArgumentException(expectation() + ", but there is no array");
    }
    long[] found = array.shape();
    if (found.length == 0 || !Arrays.equals(found, shape.batched(found[0]))) {
      throw new IllegalArgumentException(mismatch(found) + remedy(found));
    }
    if (found[0] == 0) {
      throw new IllegalArgumentException(mismatch(found) + ": the batch is empty");
    }
    return Math.toIntExact(found[0]);
  }

  /** The size of a batch, if one can have it. */
  int requireBatch(int batch) {
    if (batch < 1) {
      throw new IllegalArgumentException(expectation() + ", but none of " + batch);
    }
    return batch;
  }

  /** Checks an array that must have the given number of elements in its batch. */
  void check(INDArray array, long batch) {
    if (batchOf(array) != batch) {
      throw new IllegalArgumentException(
          mismatch(array.shape()) + "; the last forward pass had a batch of " + batch);
    }
  }

  private String expectation() {
    return subject + " batches of " + shape;
  }

  private String mismatch(long[] found) {
    return expectation() + ", but the array has the shape " + Arrays.toString(found);
  }

  /** The one call that makes the array fit, where there is one. */
  private String remedy(long[] found) {
    if (Arrays.equals(found, withoutBatch())) {
      return "; for a single one, use reshape(" + joined(shape.batched(1)) + ")";
    }
    if (isChannelsLast(found)) {
      return "; its channels are last, so use permute(0, 3, 1, 2)";
    }
    if (found.length > 1 && found[0] > 0 && Tensor.elements(found) == found[0] * shape.elements()) {
      return "; use reshape(" + joined(shape.batched(found[0])) + ")";
    }
    return "";
  }

  private long[] withoutBatch() {
    return Arrays.stream(shape.toArray()).asLongStream().toArray();
  }

  private boolean isChannelsLast(long[] found) {
    return found.length == 4
        && shape.rank() == 3
        && found[1] == shape.height()
        && found[2] == shape.width()
        && found[3] == shape.channels();
  }

  private static String joined(long[] dims) {
    return LongStream.of(dims).mapToObj(Long::toString).collect(Collectors.joining(", "));
  }
}
