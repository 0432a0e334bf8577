package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One weight a channel, all of them one: what a batch normalisation by itself folds into. */
record ChannelScale(long channels, Scratch scratch) implements Linear {
  @Override
  public INDArray biasValues() {
    return null;
  }

  @Override
  public void apply(INDArray x, INDArray scale, INDArray addend, INDArray y) {
    INDArray product = Views.channels(addend == null ? y : scratch.first(y.shape()));
    Ops.multiply(Views.channels(x), scale.reshape('c', 1, channels, 1), product);
    if (addend != null) {
      Ops.add(Views.channels(addend), product, Views.channels(y));
    }
  }
}
