package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Normalisation by the neighbouring channels: with {@code s = k + alpha / size * sum of x^2},
 * {@code y = x s^-beta} and {@code gx = gy s^-beta - 2 alpha beta / size x sum of gy x s^(-beta -
 * 1)}, the second sum being over the channels in whose first sum {@code x} is.
 */
final class Nd4jLocalResponseNorm implements LocalResponseNorm {
  private final LocalResponseNormOp op;
  private final Scratch scratch;

  Nd4jLocalResponseNorm(LocalResponseNormOp op, Scratch scratch) {
    this.op = op;
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray input = Views.channels(Nd4jTensor.array(x));
    INDArray power = Transforms.pow(base(input), -op.beta(), false);
    Ops.multiply(input, power, Views.channels(Nd4jTensor.array(y)));
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray input = Views.channels(Nd4jTensor.array(x));
    INDArray gradient = Views.channels(Nd4jTensor.array(gy));
    INDArray inputGradient = Views.channels(Nd4jTensor.array(gx));
    INDArray base = base(input);
    INDArray scaled = scratch.first(input.shape());
    INDArray sums = scratch.third(input.shape());
    scaled.assign(base);
    Transforms.pow(scaled, -op.beta(), false);
    Ops.multiply(gradient, scaled, scaled);
    inputGradient.assign(scaled);
    scaled.muli(input).divi(base);
    addNeighbours(scaled, sums, op.size() / 2, (op.size() - 1) / 2);
    sums.muli(input).muli(2 * op.alpha() * op.beta() / op.size());
    Ops.subtract(inputGradient, sums, inputGradient);
  }

  /** {@code k + alpha / size * sum of x^2}. */
  private INDArray base(INDArray input) {
    INDArray squares = scratch.first(input.shape());
    INDArray base = scratch.second(input.shape());
    Ops.multiply(input, input, squares);
    addNeighbours(squares, base, (op.size() - 1) / 2, op.size() / 2);
    return base.muli(op.alpha() / op.size()).addi(op.k());
  }

  /**
   * Computes the sum of each channel and its neighbours.
   *
   * @param above how many neighbours of a higher number
   * @param below how many of a lower number
   */
  private static void addNeighbours(INDArray values, INDArray sums, int above, int below) {
    long channels = values.size(1);
    sums.assign(values);
    for (long distance = 1; distance <= Math.min(above, channels - 1); distance++) {
      Views.range(sums, 1, 0, channels - distance).addi(Views.range(values, 1, distance, channels));
    }
    for (long distance = 1; distance <= Math.min(below, channels - 1); distance++) {
      Views.range(sums, 1, distance, channels).addi(Views.range(values, 1, 0, channels - distance));
    }
  }
}
