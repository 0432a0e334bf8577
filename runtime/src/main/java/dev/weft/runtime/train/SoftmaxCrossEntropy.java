package dev.weft.runtime.train;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean over the batch of {@code -sum(q log(softmax(logits)))}, where {@code q} is 1 for the
 * label and 0 else; or, smoothed by {@code s}, {@code 1 - s + s / classes} and {@code s / classes}
 * (Szegedy et al. 2016, section 7). The network ends in its logits; the softmax is part of this
 * loss, where it cannot overflow.
 */
public final class SoftmaxCrossEntropy implements Loss {
  private final double smoothing;

  /** Not smoothed. */
  public SoftmaxCrossEntropy() {
    this(0);
  }

  /**
   * Smoothed.
   *
   * @param smoothing the part that all classes share, from 0 to below 1
   */
  public SoftmaxCrossEntropy(double smoothing) {
    if (!(smoothing >= 0 && smoothing < 1)) {
      throw new IllegalArgumentException(
          "the smoothing of labels must be from 0 to below 1, but is " + smoothing);
    }
    this.smoothing = smoothing;
  }

  @Override
  public Result of(INDArray output, int... labels) {
    INDArray logits = Scores.rows(output);
    if (logits.size(0) != labels.length) {
      throw new IllegalArgumentException(
          "the output has " + logits.size(0) + " rows, but there are " + labels.length + " labels");
    }
    INDArray gradient = logits.dup('c');
    double sum = 0;
    double[] row = new double[Math.toIntExact(logits.size(1))];
    for (int i = 0; i < labels.length; i++) {
      Scores.checkLabel(labels[i], i, row.length);
      sum += replace(gradient.data(), (long) i * row.length, row, labels[i], labels.length);
    }
    return new Result(sum / labels.length, gradient.reshape(output.shape()));
  }

  /**
   * Puts the gradient of a row in the place of its logits. Numbers are read and written singly,
   * which for so few costs less than ND4J's operations and leaves nothing on the heap.
   *
   * @param row receives intermediate values
   * @return the loss of the row
   */
  private double replace(DataBuffer all, long from, double[] row, int label, int batch) {
    double largest = Double.NEGATIVE_INFINITY;
    double total = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = all.getDouble(from + i);
      largest = Math.max(largest, row[i]);
      total += row[i];
    }
    double ofLabel = row[label] - largest;
    double ofAll = total / row.length - largest;
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.exp(row[i] - largest);
      sum += row[i];
    }
    double each = smoothing / row.length;
    for (int i = 0; i < row.length; i++) {
      double wanted = each + (i == label ? 1 - smoothing : 0);
      all.put(from + i, (row[i] / sum - wanted) / batch);
    }
    return Math.log(sum) - (1 - smoothing) * ofLabel - smoothing * ofAll;
  }
}
