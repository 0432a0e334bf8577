package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** The parameters and statistics of a batch normalisation, whatever computes it. */
public abstract class BatchNormLayer implements BatchNorm {
  private final String name;
  private final BatchNormOp op;
  private final Parameter weight;
  private final Parameter bias;
  private final Parameter runningMean;
  private final Parameter runningVar;

  /** Makes them. */
  protected BatchNormLayer(String name, BatchNormOp op, ParameterFactory parameters) {
    this.name = name;
    this.op = op;
    List<ParameterSpec> specs = op.parameters();
    weight = parameters.create(name, specs.get(0));
    bias = parameters.create(name, specs.get(1));
    runningMean = parameters.create(name, specs.get(2));
    runningVar = parameters.create(name, specs.get(3));
  }

  @Override
  public final Parameter weight() {
    return weight;
  }

  @Override
  public final Parameter bias() {
    return bias;
  }

  @Override
  public final Parameter runningMean() {
    return runningMean;
  }

  @Override
  public final Parameter runningVar() {
    return runningVar;
  }

  /**
   * How many values a channel has in a batch.
   *
   * @throws BatchTooSmallException if it is but one; the message names the layer and the shape
   */
  protected final long valuesPerChannel(Tensor x) {
    long count = Tensor.elements(x.dims()) / op.channels();
    if (count < 2) {
      throw new BatchTooSmallException(
          "the batch normalisation `"
              + name
              + "` cannot take a variance of one value a channel: its input has the shape "
              + Arrays.toString(x.dims())
              + "; train with batches of at least 2");
    }
    return count;
  }
}
