package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.layer.Add;
import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.ChannelShuffle;
import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Crop;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.layer.Pad;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.PixelShuffle;
import dev.weft.runtime.layer.Scale;
import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.layer.Upsample;
import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Kernels made of ND4J's operations: they run wherever ND4J does, in float and in double, and are
 * the reference for all others. Tensors are arrays {@code N x C x H x W} in C order, as {@link
 * Nd4jTensor} has them.
 */
public final class Nd4jKernels implements Kernels {
  private final DataType dataType;
  private final Scratch scratch;
  private final ParameterFactory parameters;
  private final MaskFactory masks;
  private final OptionalInt threads;

  /** Counted together with those of the kernels of frozen layers. */
  private final AtomicLong bufferBytes;

  /** Kernels for one network. */
  public Nd4jKernels(DataType dataType, long seed) {
    this.dataType = dataType;
    scratch = new Scratch(nd4jType(dataType));
    threads = OptionalInt.empty();
    SplittableRandom seeds = new SplittableRandom(seed);
    parameters =
        new ParameterFactory(nd4jType(dataType), seeds.nextLong(), () -> {}, Arithmetic.ND4J);
    // A stream of its own, so that adding a dropout does not change the weights behind it.
    masks = new MaskFactory(seeds.split());
    bufferBytes = new AtomicLong();
  }

  /** Kernels for some layers of a network in float whose other kernels own the parameters. */
  public Nd4jKernels(ParameterFactory parameters) {
    this(DataType.FLOAT, parameters, OptionalInt.empty());
  }

  private Nd4jKernels(DataType dataType, ParameterFactory parameters, OptionalInt threads) {
    this.dataType = dataType;
    this.scratch = new Scratch(nd4jType(dataType));
    this.parameters = parameters;
    this.masks = new MaskFactory(new SplittableRandom(0));
    this.threads = threads;
    this.bufferBytes = new AtomicLong();
  }

  private Nd4jKernels(Nd4jKernels network, ParameterFactory parameters) {
    this.dataType = network.dataType;
    this.scratch = network.scratch;
    this.parameters = parameters;
    this.masks = network.masks;
    this.threads = network.threads;
    this.bufferBytes = network.bufferBytes;
  }

  private static org.nd4j.linalg.api.buffer.DataType nd4jType(DataType dataType) {
    return switch (dataType) {
      case FLOAT -> org.nd4j.linalg.api.buffer.DataType.FLOAT;
      case DOUBLE -> org.nd4j.linalg.api.buffer.DataType.DOUBLE;
      case BFLOAT16 -> throw new IllegalArgumentException("ND4J's kernels have no bfloat16");
    };
  }

  /** A tensor of its own, with whatever it happens to hold. */
  public Tensor scratch(long... dims) {
    return new Nd4jTensor(scratch.memory(Tensor.elements(dims)).reshape('c', dims));
  }

  @Override
  public void attachThread() {
    threads.ifPresentOrElse(HostThreads::use, HostThreads::limit);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters.created();
  }

  @Override
  public Supplier<Kernels> forInference(OptionalInt threads) {
    Supplier<ParameterFactory> copies = parameters.forInference();
    DataType type = dataType;
    return () -> new Nd4jKernels(type, copies.get(), threads);
  }

  @Override
  public Kernels frozen() {
    return new Nd4jKernels(this, parameters.frozen(() -> {}));
  }

  @Override
  public Buffer buffer(long elements) {
    bufferBytes.addAndGet(elements * dataType.bytes());
    return new Nd4jBuffer(scratch.memory(elements).assign(0));
  }

  @Override
  public DataType dataType() {
    return dataType;
  }

  @Override
  public long[] randomState() {
    return masks.state();
  }

  @Override
  public void continueRandomAt(long... state) {
    masks.continueAt(state);
  }

  @Override
  public long bufferBytes() {
    return bufferBytes.get();
  }

  @Override
  public String lastImplementation() {
    return "nd4j";
  }

  @Override
  public Conv2d conv2d(String name, ConvOp op) {
    return new Nd4jConv2d(name, op, parameters, scratch);
  }

  @Override
  public TransposedConv2d transposedConv2d(String name, TransposedConvOp op) {
    return new Nd4jTransposedConv2d(name, op, parameters, scratch);
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
  public LayerNorm layerNorm(String name, LayerNormOp op) {
    return new Nd4jLayerNorm(name, op, parameters, scratch);
  }

  @Override
  public GroupNorm groupNorm(String name, GroupNormOp op) {
    return new Nd4jGroupNorm(name, op, parameters, scratch);
  }

  @Override
  public LocalResponseNorm localResponseNorm(String name, LocalResponseNormOp op) {
    return new Nd4jLocalResponseNorm(op, scratch);
  }

  @Override
  public MaxPool2d maxPool2d(String name, MaxPoolOp op) {
    return new Nd4jMaxPool2d(op, scratch);
  }

  @Override
  public AvgPool2d avgPool2d(String name, AvgPoolOp op) {
    return new Nd4jAvgPool2d(op, scratch);
  }

  @Override
  public AdaptiveAvgPool2d adaptiveAvgPool2d(String name, AdaptiveAvgPoolOp op) {
    return new Nd4jAdaptiveAvgPool2d(op, scratch);
  }

  @Override
  public GlobalAvgPool2d globalAvgPool2d(String name) {
    return new Nd4jGlobalAvgPool2d(scratch);
  }

  @Override
  public Elementwise elementwise(String name, ActivationOp op) {
    return switch (op.function()) {
      case RELU -> new Nd4jRelu();
      case RELU6 -> new Nd4jRelu6(scratch);
      case TANH -> new Nd4jTanh(scratch);
      case SIGMOID -> new Nd4jSigmoid(scratch);
      case SWISH -> new Nd4jSwish(scratch);
      case HARD_SWISH -> new Nd4jHardSwish(scratch);
      case GELU -> new Nd4jGelu(scratch);
    };
  }

  @Override
  public Elementwise leakyRelu(String name, LeakyReluOp op) {
    return new Nd4jLeakyRelu(op, scratch);
  }

  @Override
  public Softmax softmax(String name) {
    return new Nd4jSoftmax(scratch);
  }

  @Override
  public Fused fused(Conv2d first) {
    return Nd4jFused.of((Nd4jConv2d) first, scratch);
  }

  @Override
  public Fused fused(Dense first) {
    return Nd4jFused.of((Nd4jDense) first, scratch);
  }

  @Override
  public Fused fused(BatchNorm first) {
    return Nd4jFused.of((Nd4jBatchNorm) first, scratch);
  }

  @Override
  public Dropout dropout(String name, DropoutOp op) {
    return new Nd4jDropout(masks.create(op.p()));
  }

  @Override
  public DropPath dropPath(String name, DropPathOp op) {
    return new Nd4jDropPath(masks.create(op.p()));
  }

  @Override
  public Add add(String name) {
    return new Nd4jAdd();
  }

  @Override
  public Concat concat(String name) {
    return new Nd4jConcat();
  }

  @Override
  public Scale scale(String name) {
    return new Nd4jScale(scratch);
  }

  @Override
  public Subsample subsample(String name, SubsampleOp op) {
    return new Nd4jSubsample(op);
  }

  @Override
  public PadChannels padChannels(String name, PadChannelsOp op) {
    return new Nd4jPadChannels(op);
  }

  @Override
  public Pad pad(String name, PadOp op) {
    return new Nd4jPad(op);
  }

  @Override
  public Crop crop(String name, CropOp op) {
    return new Nd4jCrop(op);
  }

  @Override
  public Upsample upsample(String name, UpsampleOp op) {
    return new Nd4jUpsample(op, scratch);
  }

  @Override
  public PixelShuffle pixelShuffle(String name, PixelShuffleOp op) {
    return new Nd4jPixelShuffle(op);
  }

  @Override
  public ChannelShuffle channelShuffle(String name, ChannelShuffleOp op) {
    return new Nd4jChannelShuffle(op);
  }
}
