package dev.weft.runtime.observe;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.ScaleOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.layer.Add;
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
import dev.weft.runtime.observe.LayerCall.Part;
import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.DataType;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Kernels whose layers report their calls to an observer; everything else is that of others. */
public final class ObservedKernels implements Kernels {
  private final Kernels kernels;
  private final Watch watch;

  private ObservedKernels(Kernels kernels, Watch watch) {
    this.kernels = kernels;
    this.watch = watch;
  }

  /** The kernels for an observer: the same ones where it wants to know nothing. */
  public static Kernels of(Kernels kernels, LayerObserver observer) {
    return observer == LayerObserver.NONE
        ? kernels
        : new ObservedKernels(kernels, new Watch(kernels, observer));
  }

  private <L> L observed(Class<L> type, L layer, String name, Op op) {
    return ObservedLayer.of(type, layer, new Part(name, op), watch);
  }

  @Override
  public void attachThread() {
    kernels.attachThread();
  }

  @Override
  public List<Parameter> parameters() {
    return kernels.parameters();
  }

  /** Copies for inference run in several threads at once, which an observer need not be fit for. */
  @Override
  public Supplier<Kernels> forInference(OptionalInt threads) {
    return kernels.forInference(threads);
  }

  @Override
  public Kernels frozen() {
    return new ObservedKernels(kernels.frozen(), watch);
  }

  @Override
  public Buffer buffer(long elements) {
    return kernels.buffer(elements);
  }

  @Override
  public void buffers(Buffer[] buffers, int first, long batch, long... elements) {
    kernels.buffers(buffers, first, batch, elements);
  }

  @Override
  public DataType dataType() {
    return kernels.dataType();
  }

  @Override
  public long[] randomState() {
    return kernels.randomState();
  }

  @Override
  public void continueRandomAt(long... state) {
    kernels.continueRandomAt(state);
  }

  @Override
  public long bufferBytes() {
    return kernels.bufferBytes();
  }

  @Override
  public String lastImplementation() {
    return kernels.lastImplementation();
  }

  @Override
  public Conv2d conv2d(String name, ConvOp op) {
    return observed(Conv2d.class, kernels.conv2d(name, op), name, op);
  }

  @Override
  public TransposedConv2d transposedConv2d(String name, TransposedConvOp op) {
    return observed(TransposedConv2d.class, kernels.transposedConv2d(name, op), name, op);
  }

  @Override
  public Dense dense(String name, DenseOp op) {
    return observed(Dense.class, kernels.dense(name, op), name, op);
  }

  @Override
  public BatchNorm batchNorm(String name, BatchNormOp op) {
    return observed(BatchNorm.class, kernels.batchNorm(name, op), name, op);
  }

  @Override
  public LayerNorm layerNorm(String name, LayerNormOp op) {
    return observed(LayerNorm.class, kernels.layerNorm(name, op), name, op);
  }

  @Override
  public GroupNorm groupNorm(String name, GroupNormOp op) {
    return observed(GroupNorm.class, kernels.groupNorm(name, op), name, op);
  }

  @Override
  public LocalResponseNorm localResponseNorm(String name, LocalResponseNormOp op) {
    return observed(LocalResponseNorm.class, kernels.localResponseNorm(name, op), name, op);
  }

  @Override
  public MaxPool2d maxPool2d(String name, MaxPoolOp op) {
    return observed(MaxPool2d.class, kernels.maxPool2d(name, op), name, op);
  }

  @Override
  public AvgPool2d avgPool2d(String name, AvgPoolOp op) {
    return observed(AvgPool2d.class, kernels.avgPool2d(name, op), name, op);
  }

  @Override
  public AdaptiveAvgPool2d adaptiveAvgPool2d(String name, AdaptiveAvgPoolOp op) {
    return observed(AdaptiveAvgPool2d.class, kernels.adaptiveAvgPool2d(name, op), name, op);
  }

  @Override
  public GlobalAvgPool2d globalAvgPool2d(String name) {
    return observed(
        GlobalAvgPool2d.class, kernels.globalAvgPool2d(name), name, new GlobalAvgPoolOp());
  }

  @Override
  public Elementwise elementwise(String name, ActivationOp op) {
    return observed(Elementwise.class, kernels.elementwise(name, op), name, op);
  }

  @Override
  public Elementwise leakyRelu(String name, LeakyReluOp op) {
    return observed(Elementwise.class, kernels.leakyRelu(name, op), name, op);
  }

  @Override
  public Softmax softmax(String name) {
    return observed(Softmax.class, kernels.softmax(name), name, new SoftmaxOp());
  }

  @Override
  public Dropout dropout(String name, DropoutOp op) {
    return observed(Dropout.class, kernels.dropout(name, op), name, op);
  }

  @Override
  public DropPath dropPath(String name, DropPathOp op) {
    return observed(DropPath.class, kernels.dropPath(name, op), name, op);
  }

  @Override
  public Add add(String name) {
    return observed(Add.class, kernels.add(name), name, new AddOp());
  }

  @Override
  public Concat concat(String name) {
    return observed(Concat.class, kernels.concat(name), name, new ConcatOp());
  }

  @Override
  public Scale scale(String name) {
    return observed(Scale.class, kernels.scale(name), name, new ScaleOp());
  }

  @Override
  public Subsample subsample(String name, SubsampleOp op) {
    return observed(Subsample.class, kernels.subsample(name, op), name, op);
  }

  @Override
  public PadChannels padChannels(String name, PadChannelsOp op) {
    return observed(PadChannels.class, kernels.padChannels(name, op), name, op);
  }

  @Override
  public Pad pad(String name, PadOp op) {
    return observed(Pad.class, kernels.pad(name, op), name, op);
  }

  @Override
  public Crop crop(String name, CropOp op) {
    return observed(Crop.class, kernels.crop(name, op), name, op);
  }

  @Override
  public Upsample upsample(String name, UpsampleOp op) {
    return observed(Upsample.class, kernels.upsample(name, op), name, op);
  }

  @Override
  public PixelShuffle pixelShuffle(String name, PixelShuffleOp op) {
    return observed(PixelShuffle.class, kernels.pixelShuffle(name, op), name, op);
  }

  @Override
  public ChannelShuffle channelShuffle(String name, ChannelShuffleOp op) {
    return observed(ChannelShuffle.class, kernels.channelShuffle(name, op), name, op);
  }

  @Override
  public Fused fused(Conv2d first) {
    return ObservedFused.of(
        kernels.fused(ObservedLayer.unwrapped(Conv2d.class, first)), first, watch);
  }

  @Override
  public Fused fused(Dense first) {
    return ObservedFused.of(
        kernels.fused(ObservedLayer.unwrapped(Dense.class, first)), first, watch);
  }

  @Override
  public Fused fused(BatchNorm first) {
    return ObservedFused.of(
        kernels.fused(ObservedLayer.unwrapped(BatchNorm.class, first)), first, watch);
  }
}
