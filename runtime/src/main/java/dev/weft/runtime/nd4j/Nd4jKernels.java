package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Add;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.DataType;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Kernels made of ND4J's operations: they run wherever ND4J does, in float and in double, and are
 * the reference for all others. Tensors are dense arrays in C order: {@code N x C x H x W}.
 */
public final class Nd4jKernels implements Kernels {
  private final Scratch scratch;
  private final ParameterFactory parameters;
  private final SplittableRandom dropoutSeeds;

  /** Kernels for one network. */
  public Nd4jKernels(DataType dataType, long seed) {
    scratch =
        new Scratch(
            switch (dataType) {
              case FLOAT -> org.nd4j.linalg.api.buffer.DataType.FLOAT;
              case DOUBLE -> org.nd4j.linalg.api.buffer.DataType.DOUBLE;
            });
    SplittableRandom seeds = new SplittableRandom(seed);
    parameters = new ParameterFactory(scratch, seeds.nextLong());
    // A stream of its own, so that adding a dropout does not change the weights behind it.
    dropoutSeeds = seeds.split();
  }

  @Override
  public void attachThread() {
    HostThreads.limit();
  }

  @Override
  public List<Parameter> parameters() {
    return parameters.created();
  }

  @Override
  public Buffer buffer(long elements) {
    return new Nd4jBuffer(scratch.memory(elements).assign(0));
  }

  @Override
  public Conv2d conv2d(String name, ConvOp op) {
    return new Nd4jConv2d(name, op, parameters, scratch);
  }

  @Override
  public Dense dense(String name, DenseOp op) {
    return new Nd4jDense(name, op, parameters, scratch);
  }

  @Override
  public BatchNorm batchNorm(String name, BatchNormOp op) {
    return new Nd4jBatchNorm(name, op, parameters, scratch);
  }

  @Override
  public MaxPool2d maxPool2d(MaxPoolOp op) {
    return new Nd4jMaxPool2d(op);
  }

  @Override
  public AvgPool2d avgPool2d(AvgPoolOp op) {
    return new Nd4jAvgPool2d(op);
  }

  @Override
  public GlobalAvgPool2d globalAvgPool2d() {
    return new Nd4jGlobalAvgPool2d(scratch);
  }

  @Override
  public Elementwise elementwise(ActivationOp op) {
    return switch (op.function()) {
      case RELU -> new Nd4jRelu();
      case TANH -> new Nd4jTanh(scratch);
      case SIGMOID -> new Nd4jSigmoid(scratch);
      default -> throw new IllegalArgumentException("no kernel for " + op.kind());
    };
  }

  @Override
  public Softmax softmax() {
    return new Nd4jSoftmax(scratch);
  }

  @Override
  public Dropout dropout(DropoutOp op) {
    return new Nd4jDropout(op, dropoutSeeds.nextLong());
  }

  @Override
  public Add add() {
    return new Nd4jAdd();
  }

  @Override
  public Concat concat() {
    return new Nd4jConcat();
  }

  @Override
  public Subsample subsample(SubsampleOp op) {
    return new Nd4jSubsample(op);
  }

  @Override
  public PadChannels padChannels(PadChannelsOp op) {
    return new Nd4jPadChannels(op);
  }
}
