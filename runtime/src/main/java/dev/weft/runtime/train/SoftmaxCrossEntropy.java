package dev.weft.runtime.train;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The mean over the batch of {@code -log(softmax(logits)[label])}. The network ends in its logits;
 * the softmax is part of this loss, where it cannot overflow.
 */
public final class SoftmaxCrossEntropy implements Loss {
  @Override
  public Result of(INDArray output, int... labels) {
    INDArray logits = Scores.rows(output);
    if (logits.size(0) != labels.length) {
      throw new IllegalArgumentException(
          "the output has " + logits.size(0) + " rows, but there are " + labels.length + " labels");
    }
    INDArray shifted = logits.subColumnVector(logits.max(true, 1));
    INDArray exponentials = Transforms.exp(shifted, true);
    INDArray sums = exponentials.sum(true, 1);
    INDArray chosen = oneHot(labels, logits);
    double ofLabels = shifted.mul(chosen).sumNumber().doubleValue();
    double ofSums = Transforms.log(sums, true).sumNumber().doubleValue();
    INDArray gradient = exponentials.diviColumnVector(sums).subi(chosen).divi(labels.length);
    return new Result((ofSums - ofLabels) / labels.length, gradient.reshape(output.shape()));
  }

  private static INDArray oneHot(int[] labels, INDArray logits) {
    int classes = Math.toIntExact(logits.size(1));
    float[] chosen = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      Scores.checkLabel(labels[i], i, classes);
      chosen[i * classes + labels[i]] = 1;
    }
    return Nd4j.create(chosen, logits.shape(), 'c').castTo(logits.dataType());
  }
}
